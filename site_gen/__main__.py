"""`python -m site_gen`."""

from __future__ import annotations

from site_gen.start import run

if __name__ == "__main__":
    run()
