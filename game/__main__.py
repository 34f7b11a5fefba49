"""`python -m game` is the same as `sidelines`."""

import os

from game.cli import main
from game.started import VARIABLE, as_module

if __name__ == "__main__":
    os.environ[VARIABLE] = os.environ.get(VARIABLE) or as_module()
    raise SystemExit(main())
