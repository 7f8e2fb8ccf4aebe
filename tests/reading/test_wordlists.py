"""Word lists of the data folder stand beside the product's and are read again when they change."""

import os
from pathlib import Path

import pytest

from bot.reading.wordlists import ListFiles


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_of_ones_own_adds_to_the_products(tmp_path: Path, encoding: str) -> None:
    product, home = tmp_path / "knowledge", tmp_path / "home"
    product.mkdir()
    home.mkdir()
    (product / "synonyms.tsv").write_text("网吧\t互联网上网服务营业场所\n", "utf-8")
    lists = ListFiles([product, home])
    assert lists.synonyms.formal("酒吧几点关门") == ()
    own = home / "synonyms.tsv"
    own.write_bytes("酒吧=歌舞娱乐场所、娱乐场所\n# 说明\n网吧 ＝ 上网场所\n".encode(encoding))
    assert lists.synonyms.formal("酒吧几点关门") == ("歌舞娱乐场所", "娱乐场所")
    assert lists.synonyms.formal("网吧几点关门") == ("互联网上网服务营业场所", "上网场所")
    own.write_text("酒吧=娱乐场所\n", "utf-8")
    os.utime(own, ns=(1, 1))
    assert lists.synonyms.formal("酒吧几点关门") == ("娱乐场所",)
