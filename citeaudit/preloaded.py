"""What the server of processes loads before it makes any: the stages and the shipped tables, so that each finds them there."""

from citeaudit.config import Config
from citeaudit.warming import warm_up

warm_up(Config())
