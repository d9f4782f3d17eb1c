"""`python -m site_gen`."""

from __future__ import annotations

import sys

from site_gen.start import main

if __name__ == "__main__":
    sys.exit(main())
