"""The importer's bars on the labelled articles; `import_bench.py -v` shows what is behind a score."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

BARS = {
    "body (words)": 0.97,
    "date values": 0.95,
    "provinces, document": 0.97,
    "provinces, paragraph": 0.89,
    "speakers": 0.85,
    "figures": 0.85,
}


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).with_name("import_bench.py")
    spec = importlib.util.spec_from_file_location("import_bench", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "part", ["known", "checked", "unseen", "fresh-1", "fresh-2", "fresh-3", "fresh-4"]
)
def test_the_bars_hold(part: str, bench: ModuleType) -> None:
    found = bench.run(part, verbose=False)
    for name, bar in BARS.items():
        score = found["scores"][name]
        f1 = 2 * score.right / (2 * score.right + score.wrong + score.missing)
        assert f1 >= bar, (name, str(score))
    assert found["titles"] >= 0.95 * found["total"]
    assert found["silent"] == 0
