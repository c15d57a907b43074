"""Which language a text is in: told by its script or its function words, never guessed where there are too few of either."""

from __future__ import annotations

import pytest

from citeaudit.lexicon.language import LEAST_WORDS, detect_language
from citeaudit.lexicon.tables import read_table, shipped_table

SAMPLES = {
    "en": "The council met on Monday to decide whether the old bridge should be closed. Most of those who spoke said that it was not safe, and that the town could not pay for a new one.",
    "es": "El concejo se reunió el lunes para decidir si el puente viejo debe cerrarse. La mayoría de los que hablaron dijo que no es seguro y que la ciudad no puede pagar uno nuevo.",
    "fr": "Le conseil s'est réuni lundi pour décider si le vieux pont doit être fermé. La plupart de ceux qui ont parlé ont dit qu'il n'est pas sûr et que la ville ne peut pas en payer un autre.",
    "de": "Der Rat kam am Montag zusammen, um zu entscheiden, ob die alte Brücke geschlossen werden soll. Die meisten sagten, dass sie nicht sicher ist und dass die Stadt keine neue bezahlen kann.",
    "it": "Il consiglio si è riunito lunedì per decidere se il vecchio ponte deve essere chiuso. La maggior parte di quelli che hanno parlato ha detto che non è sicuro e che la città non può pagarne uno nuovo.",
    "pt": "O conselho reuniu-se na segunda-feira para decidir se a ponte velha deve ser fechada. A maioria dos que falaram disse que ela não é segura e que a cidade não pode pagar por uma nova.",
    "nl": "De raad kwam maandag bijeen om te beslissen of de oude brug moet worden gesloten. De meesten zeiden dat het niet veilig is en dat de stad een nieuwe niet kan betalen.",
    "sv": "Rådet träffades på måndagen för att bestämma om den gamla bron ska stängas. De flesta som talade sa att den inte är säker och att staden inte har råd att betala en ny.",
    "da": "Rådet mødtes mandag for at beslutte, om den gamle bro skal lukkes. De fleste af dem, der talte, sagde, at den ikke er sikker, og at byen ikke kan betale for en ny.",
    "no": "Rådet møttes mandag for å bestemme om den gamle broen skal stenges. De fleste som snakket, sa at den ikke er trygg, og at byen ikke kan betale for en ny noe sted.",
    "pl": "Rada zebrała się w poniedziałek, aby zdecydować, czy stary most ma być zamknięty. Większość z nich powiedziała, że nie jest bezpieczny i że miasto nie może zapłacić za nowy, co jest już jasne.",
    "tr": "Meclis pazartesi günü eski köprünün kapatılıp kapatılmayacağına karar vermek için toplandı. Konuşanların çoğu bu köprünün güvenli olmadığını ve kentin yeni bir köprü için ödeme yapamayacağını söyledi, ama daha çok tartışma olacak gibi.",
    "id": "Dewan itu bertemu pada hari Senin untuk memutuskan apakah jembatan tua itu akan ditutup. Sebagian besar yang berbicara mengatakan bahwa jembatan tersebut tidak aman dan kota tidak bisa membayar yang baru.",
    "ro": "Consiliul s-a întâlnit luni pentru a decide dacă podul vechi va fi închis. Cei mai mulți dintre cei care au vorbit au spus că nu este sigur și că orașul nu poate plăti pentru unul nou.",
    "cs": "Rada se sešla v pondělí, aby rozhodla, zda se starý most má zavřít. Většina těch, kteří mluvili, řekla, že není bezpečný a že město za nový platit nebude, ale už je to na stole.",
    "fi": "Valtuusto kokoontui maanantaina päättämään, suljetaanko vanha silta. Useimmat sanoivat, että se ei ole turvallinen ja että kaupunki ei voi maksaa uudesta, mutta hän sanoi myös, että nyt on aika, kun se on vielä auki.",
    "hu": "A tanács hétfőn ült össze, hogy eldöntse, be kell-e zárni a régi hidat. A legtöbben azt mondták, hogy az nem biztonságos, és hogy a város egy újat már nem tud kifizetni, de ez még csak a kezdet volt.",
    "vi": "Hội đồng đã họp vào thứ hai để quyết định có đóng cây cầu cũ hay không. Nhiều người cho rằng nó không an toàn và thành phố không thể trả tiền cho một cây cầu mới trong năm này.",
    "ru": "Совет собрался в понедельник, чтобы решить, закрывать ли старый мост. Большинство сказали, что он опасен и что у города нет денег на новый. Мэр обещал вернуться к вопросу в мае.",
    "uk": "Рада зібралася в понеділок, щоб вирішити, чи закривати старий міст. Більшість сказали, що він небезпечний і що місто не має грошей на новий. Мер обіцяв повернутися до питання в травні.",
    "ar": "اجتمع المجلس يوم الاثنين ليقرر ما إذا كان سيغلق الجسر القديم. قال معظم المتحدثين إنه غير آمن وإن المدينة لا تستطيع دفع ثمن جسر جديد.",
    "fa": "شورا روز دوشنبه تشکیل جلسه داد تا تصمیم بگیرد که آیا پل قدیمی بسته شود. بیشتر سخنرانان گفتند که پل امن نیست و شهر پول پل تازه را ندارد.",
    "he": "המועצה התכנסה ביום שני כדי להחליט אם לסגור את הגשר הישן. רוב הדוברים אמרו שהוא אינו בטוח ושהעיר אינה יכולה לשלם על גשר חדש.",
    "zh": "市议会星期一开会，决定是否关闭旧桥。大多数发言者说它不安全，而市政府付不起建新桥的钱。市长答应五月再谈这个问题。",
    "ja": "市議会は月曜日に古い橋を閉鎖するかどうかを決めるために集まった。発言者の多くは安全ではないと述べ、市には新しい橋を架ける金がないと言った。",
    "ko": "시의회는 월요일에 모여 낡은 다리를 폐쇄할지 결정했다. 발언자 대부분은 다리가 안전하지 않으며 시는 새 다리를 지을 돈이 없다고 말했다.",
    "el": "Το συμβούλιο συνεδρίασε τη Δευτέρα για να αποφασίσει αν θα κλείσει η παλιά γέφυρα. Οι περισσότεροι είπαν ότι δεν είναι ασφαλής.",
    "hi": "परिषद की बैठक सोमवार को हुई ताकि तय हो सके कि पुराना पुल बंद किया जाए या नहीं। अधिकांश ने कहा कि वह सुरक्षित नहीं है।",
    "th": "สภาประชุมเมื่อวันจันทร์เพื่อตัดสินว่าจะปิดสะพานเก่าหรือไม่ ผู้พูดส่วนใหญ่บอกว่าไม่ปลอดภัยและเมืองไม่มีเงินสร้างใหม่",
}
"""One report on a bridge, in each language; repeated until it is long enough to tell."""

UNTOLD = {
    "names": "Ana Ruiz, Jon Hale, Maria Conti, Peter Brandt, Li Wei, Omar Haddad, Ingrid Olsen, Tomas Novak, " * 8,
    "scores": "Rome 3 Paris 2 Lima 1 Oslo 0 Hale 12 pts 4 reb Park 9 pts 2 reb Dolan 7 pts 1 reb " * 8,
    "noise": "lorem xyz qwrt plk mnb vcx zzz hjk " * 20,
}
ENGLISH = {
    "transcript": "HALE: Well, I think that you are wrong. PARK: No. HALE: You said it. PARK: I did not. HALE: You did, on the show. "
    * 4,
    "foreign quotation": "The singer told the crowd “no me digas que no” and left the stage to the sound of drums. The crowd did not know what to make of it, "
    "and the band went on to play the song that made it famous in the city of Rio de Janeiro, where it was on the radio for most of the year. ",
    "foreign names": "The mayor of Aix-en-Provence and the head of Deutsche Bank met the president of La Liga in Rio de Janeiro to sign a deal that was years in the making. "
    * 3,
}


@pytest.mark.parametrize("language", SAMPLES)
def test_languages_are_told(language: str) -> None:
    """A text of sixty words or more in any of the languages is told by its code."""
    text = " ".join([SAMPLES[language]] * 3)

    assert language == detect_language(text)


@pytest.mark.parametrize("name", UNTOLD)
def test_what_holds_no_function_words_is_not_told(name: str) -> None:
    """Lists of names, scores and noise are in no language, so that nothing skips them as foreign."""
    assert detect_language(UNTOLD[name]) is None


@pytest.mark.parametrize("name", ENGLISH)
def test_english_with_foreign_words_is_english(name: str) -> None:
    """Foreign names and quotations do not make an English text foreign."""
    assert detect_language(ENGLISH[name]) == "en"


@pytest.mark.parametrize("language", ["en", "es", "de", "tr"])
def test_short_texts_are_not_guessed(language: str) -> None:
    """Below the least number of words nothing is told."""
    words = SAMPLES[language].split()[: LEAST_WORDS - 1]

    assert detect_language(" ".join(words)) is None


@pytest.mark.parametrize(
    ("language", "words", "example"),
    read_table(shipped_table("citeaudit.lexicon", "languages.tsv"), ("language", "words", "example")),
    ids=lambda cell: cell if len(cell) == 2 else "",
)
def test_rows_of_the_table_tell_their_example(language: str, words: str, example: str) -> None:
    """Each row's example, repeated, is told as the row's language; no row names a word twice."""
    assert language == detect_language(f"{example} " * 8)
    assert len(words.split()) == len(set(words.split()))
