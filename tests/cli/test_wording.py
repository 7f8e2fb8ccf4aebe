"""House wordings at the command line, used at once by check and draft."""

import json

NOTES = "11月20日上午，县图书馆在城东社区送书320册\n86名群众参加\n"


def test_a_rule_is_set_used_listed_and_dropped(shibao):
    assert shibao("admin", "wording", "list").out.startswith("本单位还没有用语规矩")
    assert shibao("admin", "wording", "ban", "群众", "--instead", "读者").out == "定了：本单位“群众”写成“读者”。\n"
    assert shibao("admin", "wording", "ban", "隆重").out == "定了：本单位不写“隆重”。\n"
    assert shibao("admin", "wording", "list").out == "“群众”写成“读者”\n不写“隆重”\n"
    drafted = shibao("draft", "-", text=NOTES).out
    assert "86名读者参加" in drafted
    assert "“群众”写成“读者”，已照办" in drafted
    judged = json.loads(shibao("check", "--json", "-", text="11月20日，隆重召开大会，86名群众参加。").out)
    told = [one["message"] for one in judged["findings"] if one["rule"] == "wording"]
    assert told == ["本单位不用“隆重”", "“群众”改为“读者”"]
    assert shibao("admin", "wording", "drop", "群众").out == "取消了：本单位“群众”那一条。\n"
    assert "86名群众" in shibao("draft", "-", text=NOTES).out


def test_what_cannot_be_a_rule_is_refused_with_the_reason(shibao):
    touched = shibao("admin", "wording", "ban", "群众", "--instead", "500人")
    assert (touched.status, "不改事实" in touched.err) == (1, True)
    nowhere = shibao("admin", "wording", "ban", "隆重", "--unit", "没有局")
    assert (nowhere.status, "没有单位 没有局" in nowhere.err) == (1, True)
