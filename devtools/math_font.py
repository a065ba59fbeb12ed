"""Cuts the font of formulas: the signs of school and first years of university out of STIX Math 1.1.

    python -m devtools.math_font STIXMath-Regular.otf     (needs fonttools and brotli)

A subset has to hold what MathML draws without saying it: the root sign, brackets and their pieces, accents, and the
italic letters that single letters are shown as.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

OUT = Path(__file__).parents[1] / "web" / "runtime" / "fonts" / "praxeo-math.woff2"
RANGES = (
    (0x20, 0x7E),
    (0x391, 0x3C9),
    (0x2190, 0x2195),
    (0x2200, 0x2265),
    (0x2282, 0x2287),
    (0x239B, 0x23AE),
    (0x1D434, 0x1D467),
    (0x1D6FC, 0x1D71B),
    (0x302, 0x30C),
)
SINGLE = "·×÷±¬°′″‴…−√∛⇌⇄⇒⇔⟶⟵⟹↦¯ˆ˜˙¨→⊕⊗⊥⋅⋯⋮⋱⌈⌉⌊⌋⟨⟩∣∥‖ℏℓℝℕℤℚℂ⏞⏟⏜⏝∬∭∮ℎ\u20d7\u0338"


def main() -> None:
    """Write the subset to web/runtime/fonts."""
    signs = SINGLE + "".join(chr(code) for start, end in RANGES for code in range(start, end + 1))
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "signs.txt"
        wanted.write_text(signs, "utf-8")
        subprocess.run(
            [
                *("pyftsubset", sys.argv[1], f"--text-file={wanted}", f"--output-file={OUT}"),
                *("--flavor=woff2", "--layout-features=ssty,dtls", "--no-hinting"),
                *("--desubroutinize", "--notdef-outline", "--name-IDs="),
            ],
            check=True,
        )
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes, {len(signs)} signs")


if __name__ == "__main__":
    main()
