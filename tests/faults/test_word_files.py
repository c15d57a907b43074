"""Word files: the words that Word shows are read, in its order, and one defect costs no more than itself."""

from __future__ import annotations

import pytest
from faults.containers import SPACES, docx, paragraph, reported, run, words

from citeaudit.model.articles import Article, InputProblem
from citeaudit.readers import read_articles

BOX = f"<w:txbxContent>{paragraph(words('In a box.'))}</w:txbxContent>"
PICTURE = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='gone'/></pic:blipFill></pic:pic>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
FIELD = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
DELETED = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
CELL = "<w:tc>{}</w:tc>"

SHOWN = {
    "insertion": (paragraph(words("A "), f"<w:ins>{words('kept')}</w:ins>", words(" one.")), "A kept one."),
    "a paragraph that is inserted whole": (paragraph(f"<w:ins>{words('“No,” she said.')}</w:ins>"), "“No,” she said."),
    "deletion": (paragraph(words("It "), f"<w:del>{words('has not ', 'delText')}</w:del>", words("stays.")), "It stays."),
    "move": (
        paragraph(f"<w:moveFrom>{words('Gone. ')}</w:moveFrom>", words("Here. "), f"<w:moveTo>{words('Come.')}</w:moveTo>"),
        "Here. Come.",
    ),
    "a paragraph mark that is deleted": (paragraph(DELETED, words("One ")) + paragraph(words("line.")), "One line."),
    "the last mark deleted": (paragraph(words("One.")) + paragraph(DELETED, words("Two.")), "One.\n\nTwo."),
    "content control around words": (paragraph(f"<w:sdt><w:sdtContent>{words('Words.')}</w:sdtContent></w:sdt>"), "Words."),
    "content control around paragraphs": (
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{paragraph(words('One.'))}</w:sdtContent></w:sdt>",
        "One.",
    ),
    "smart tag": (paragraph(f"<w:smartTag w:element='city'>{words('Dublin')}</w:smartTag>", words(".")), "Dublin."),
    "custom markup": (paragraph(f"<w:customXml w:element='x'>{words('Words.')}</w:customXml>"), "Words."),
    "a field that is one element": (paragraph(f"<w:fldSimple w:instr=' DATE '>{words('May 29')}</w:fldSimple>"), "May 29"),
    "a field of several runs": (
        paragraph(
            FIELD.format("begin"), words(" DATE ", "instrText"), FIELD.format("separate"), words("May 29"), FIELD.format("end")
        ),
        "May 29",
    ),
    "direction of writing": (paragraph(f"<w:dir w:val='rtl'><w:bdo w:val='ltr'>{words('Words.')}</w:bdo></w:dir>"), "Words."),
    "one within the other": (
        paragraph(f"<w:ins><w:sdt><w:sdtContent><w:smartTag>{words('Words.')}</w:smartTag></w:sdtContent></w:sdt></w:ins>"),
        "Words.",
    ),
    "markup of years to come": (paragraph(f"<w:future w:val='1'>{words('Words.')}</w:future>"), "Words."),
    "text box": (paragraph(words("Before "), f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>", words("after.")), "Before after.\n\nIn a box."),
    "text box said twice": (
        paragraph(
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            words("Words."),
        ),
        "Words.\n\nIn a box.",
    ),
    "table": (
        (f"<w:tbl><w:tr>{CELL.format(paragraph(words('One')) + paragraph(words('Two')))}{CELL.format(paragraph(words('Three')))}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{CELL.format(paragraph(words('Gone')))}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{CELL.format(paragraph(words('Four')))}</w:tr></w:sdtContent></w:sdt></w:tbl>"),
        "One\n\nTwo\n\nThree\n\nFour",
    ),
    "hidden words": (paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>", words("Seen.")), "Seen."),
    "line breaks and hyphens": (
        paragraph("<w:r><w:br/><w:t>One</w:t><w:cr/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r>"),
        "One\ntwo‑three",
    ),
    "signs of words": (paragraph(words("a &lt;b&gt; &amp; c")), "a <b> & c"),
    "a formula": (paragraph(words("So "), "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", words(".")), "So x=1."),
}  # fmt: skip


def read(tmp_path, data):
    """Return the one article of a Word file."""
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    (article,) = read_articles(path)
    return article


@pytest.mark.parametrize(("body", "text"), SHOWN.values(), ids=SHOWN)
def test_the_words_are_those_that_word_shows(tmp_path, body, text):
    """Words are read whatever wraps them; what was taken out, moved away or hidden is not."""
    assert read(tmp_path, docx(body)).text == text


def test_notes_stand_at_the_end(tmp_path):
    """A footnote's words come last, and its number is none of the text's."""
    notes = f"<w:footnotes {SPACES}><w:footnote w:id='2'>{paragraph(words('See the survey.'))}</w:footnote></w:footnotes>"
    body = paragraph(words("It will close."), "<w:r><w:footnoteReference w:id='2'/></w:r>", words(" She left.")) + paragraph(
        words("End.")
    )

    assert (
        read(tmp_path, docx(body, parts={"footnotes.xml": notes})).text == "It will close. She left.\n\nEnd.\n\nSee the survey."
    )


def test_links_keep_their_words(tmp_path):
    """A link is the words that carry it, however it is written."""
    address = "https://b.example/y"
    body = paragraph(
        words("As "), f"<w:ins><w:hyperlink r:id='one'>{words('Bloomberg ')}{words('said')}</w:hyperlink></w:ins>", words(", and "),
        FIELD.format("begin"), words(f'HYPERLINK "{address}"', "instrText"), FIELD.format("separate"), words("Reuters"),
        FIELD.format("end"), words(" too, "), f"<w:fldSimple w:instr=' HYPERLINK \"{address}\" '>{words('here')}</w:fldSimple>",
        f"<w:hyperlink w:anchor='place'>{words(' and below')}</w:hyperlink>",
    )  # fmt: skip
    article = read(tmp_path, docx(body, links={"one": "https://a.example/x"}))

    assert article.text == "As Bloomberg said, and Reuters too, here and below"
    assert [(link.span.of(article.text), link.url) for link in article.hyperlinks] == [
        ("Bloomberg said", "https://a.example/x"),
        ("Reuters", address),
        ("here", address),
    ]


DEFECTS = {
    "a link without its relation": f"<w:hyperlink r:id='rId999'>{words('Words.')}</w:hyperlink>",
    "a picture without its relation": PICTURE + words("Words."),
    "a note that is not there": words("Words.") + "<w:r><w:footnoteReference w:id='9'/></w:r>",
    "a symbol that is none": "<w:r><w:sym w:char='zz'/></w:r>" + words("Words."),
    "a field that never ends": FIELD.format("begin") + words("Words."),
    "a style that is not there": "<w:pPr><w:pStyle w:val='Nobody'/><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr>"
    + words("Words."),
}


@pytest.mark.parametrize("inner", DEFECTS.values(), ids=DEFECTS)
def test_one_defect_costs_no_more_than_itself(tmp_path, inner):
    """The article is read, with every word, and without what the defect stands in."""
    article = read(tmp_path, docx(paragraph(words("Before.")) + paragraph(inner) + paragraph(words("After."))))

    assert article.text == "Before.\n\nWords.\n\nAfter."
    assert article.hyperlinks == ()


def test_words_of_another_file_are_told(tmp_path):
    """Words that Word would take in from another part are not passed over without a word."""
    problem = read(tmp_path, docx(paragraph(words("Before.")) + "<w:altChunk r:id='x'/>"))

    assert isinstance(problem, InputProblem)
    assert "altChunk" in problem.what


def test_a_broken_part_of_names_costs_no_words(tmp_path):
    """Styles that are no XML cost what they say of the words alone."""
    assert read(tmp_path, docx(paragraph(words("Words.")), parts={"styles.xml": "<w:styles"})).text == "Words."


HEAD = (
    "The Harbour Post(London)",
    "May 29, 2025 Thursday",
    "Copyright 2025 Harbour Media",
    "Section: NEWS; Pg. 3",
    "Length: 90 words",
)
TAIL = (
    "\nLanguage:\u00a0ENGLISH", "\nPublication-Type:\u00a0Newspaper", "\nSubject:\u00a0FERRIES (90%); HARBOURS (85%)",
    "\nGeographic:\u00a0DUBLIN, IRELAND (79%)", "\nLoad-Date:\u00a0May 29, 2025",
)  # fmt: skip
COVER = (
    "User Name: Jo Lane", "Date and Time: Thursday, May 29, 2025 10:15 AM EDT", "Job Number: 4711", "Documents (2)", "1. Ferry to stop",
    "Client/Matter: -None-", "Search Terms: ferry", "2. Rain all night",
)  # fmt: skip


def lines_of(*lines):
    """Return paragraphs, with a line break where a line begins with one."""
    return "".join(
        paragraph(f"<w:r>{'<w:br/>' * line.startswith(chr(10))}<w:t xml:space='preserve'>{line.strip()}</w:t></w:r>")
        for line in lines
    )


def article_of(title, *body, head=HEAD, tail=("Graphic", "PHOTO: The slip", "Classification", *TAIL)):
    """Return one article as a database exports it."""
    return lines_of(title, *head, "Byline: Ana Ruiz", "Body", *body, *tail, "End of Document")


class TestExports:
    """An export of a newspaper database."""

    def test_a_cover_page_and_the_fields_of_the_database_are_no_text(self, tmp_path):
        """Each article has the title, publisher, date and byline of its own head, and its words alone."""
        (tmp_path / "a.docx").write_bytes(
            docx(lines_of(*COVER) + article_of("Ferry to stop", "It will stop.", "Classification is hard, she said.")
            + article_of("Rain all night", "It rained.", tail=TAIL))
        )  # fmt: skip
        first, second = read_articles(tmp_path / "a.docx")

        assert (first.text, second.text) == ("It will stop.\n\nClassification is hard, she said.", "It rained.")
        assert (first.title, second.title) == ("Ferry to stop", "Rain all night")
        assert (first.publisher, first.date, first.byline) == ("The Harbour Post(London)", "2025-05-29", "Ana Ruiz")

    @pytest.mark.parametrize(
        ("said", "date"),
        [
            ("Thursday, May 29, 2025", "2025-05-29"), ("29 May 2025", "2025-05-29"), ("May 2025", "2025-05"),
            ("May 29, 2025 Thursday 10:15 AM GMT", "2025-05-29"), ("May 29, 2025 Thursday First Edition", "2025-05-29"),
        ],
    )  # fmt: skip
    def test_dates_of_databases(self, tmp_path, said, date):
        """A head's date is ISO 8601, whatever stands behind it."""
        assert read(tmp_path, docx(article_of("T", "It rained.", head=(HEAD[0], said, *HEAD[2:])))).date == date

    def test_a_date_that_nobody_understands_is_told(self, tmp_path):
        """The article is read without a date, and the date is named."""
        (tmp_path / "a.docx").write_bytes(docx(article_of("T", "It rained.", head=(HEAD[0], "29 Brumaire 2025", *HEAD[2:]))))
        article, problem = read_articles(tmp_path / "a.docx")

        assert (article.publisher, article.date) == (HEAD[0], None)
        assert "29 Brumaire 2025" in problem.what

    def test_words_that_look_like_fields_stay_where_they_are_words(self, tmp_path):
        """Only fields at the end are fields."""
        article = read(
            tmp_path, docx(article_of("T", "Language: it matters, she said.", "Classification", *["It rained."] * 9, tail=TAIL))
        )

        assert isinstance(article, Article)
        assert article.text.startswith("Language: it matters, she said.\n\nClassification\n\nIt rained.")


def test_a_user_reads_what_word_shows(tmp_path):
    """The program audits the inserted words, and not those that were taken out."""
    taken = f"<w:del>{words('sources said', 'delText')}</w:del>"
    put = f"<w:ins>{words('Ada Quill, the harbour master, told the Irish Times')}</w:ins>"
    body = paragraph(words("The ferry will stop in June, "), taken, put, words("."))
    (tmp_path / "a.docx").write_bytes(docx(body + paragraph(f"<w:hyperlink r:id='no'>{words('It rained.')}</w:hyperlink>")))
    done = run("report", "a.docx", "--format", "jsonl", cwd=tmp_path)
    (report,) = reported(done)

    assert done.returncode == 0, done.stderr
    assert report["sentences"][0]["outlets"] == ["The Irish Times"]
