"""What the server of processes loads before it makes any: the stages and the shipped tables, so that each finds them there."""

from citeaudit.config import Config
from citeaudit.model.articles import Article
from citeaudit.pipeline import audit_article

audit_article(Article("The wall is safe, Marta Oliveira told Reuters."), Config(check_language=False))
