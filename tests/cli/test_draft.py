"""`shibao draft` as the contract says: input in two forms, JSON shape, offsets, exit status."""

import json

NOTES = [
    {
        "time": "2026-10-31T16:30",
        "from": "陈建",
        "text": "今天上午九点在文化广场办了老年书画展，展出作品124幅",
    },
    {"time": "2026-10-31T16:31+08:00", "from": "陈建", "text": "来看的有370多人，最大的作者91岁"},
    {"text": "现场写春联义卖筹了4860元，都给了镇敬老院\u2028谢谢大家"},
]
JSON_LINES = "".join(json.dumps(note, ensure_ascii=False) + "\n" for note in NOTES)


def test_json_holds_the_contract_and_its_offsets_point_into_the_input(shibao):
    ran = shibao("draft", "--json", "--unit", "县文化馆", "--now", "2026-10-31T18:00", "-", text=JSON_LINES)
    assert (ran.status, ran.err) == (0, "")
    assert ran.json["engine"] == "offline"
    report = ran.json["reports"][0]
    assert set(report) >= {"title", "text", "facts", "missing", "conflicts", "unused", "checks"}
    assert set(report["checks"]) >= {"passed", "length", "empty", "ungrounded"}
    assert report["facts"]
    for fact in report["facts"]:
        assert NOTES[fact["message"]]["text"][fact["start"] : fact["end"]] == fact["text"]
    assert "10月31日" in report["text"]


def test_plain_text_is_one_message_a_line_and_now_fixes_today(shibao):
    ran = shibao(
        "draft", "--json", "--unit", "县文化馆", "--now", "2026-05-29T09:30", "-",
        text="昨天下午清理了报表31张\r\n\n砍掉了14张\n",
    )  # fmt: skip
    assert ran.status == 0
    assert "5月28日" in ran.json["reports"][0]["text"]
    assert {fact["message"] for fact in ran.json["reports"][0]["facts"]} <= {0, 1}


def test_a_file_is_read_and_a_person_gets_plain_chinese(shibao, tmp_path):
    (tmp_path / "记录.txt").write_text("今天上午在文化广场办了书画展，展出86幅", encoding="gb18030")
    ran = shibao("draft", "--unit", "县文化馆", "记录.txt")
    assert ran.status == 0
    assert "86幅" in ran.out
    assert "空话 0" in ran.out


def test_nothing_is_left_in_the_home(shibao, home):
    shibao("draft", "-", text="今天上午在文化广场办了书画展，展出86幅")
    assert not home.exists()


def refused(ran, *words: str) -> None:
    """Exit 1, nothing on standard output, one Chinese line that holds the words, no trace."""
    assert ran.status == 1
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err


def test_input_that_cannot_be_served_gets_one_line(shibao, tmp_path):
    refused(shibao("draft", "--json", "-", text=""), "没有内容")
    refused(shibao("draft", "--json", "-", text="😀"), "没看出可写的事")
    refused(shibao("draft", "missing.txt"), "找不到文件", "missing.txt")
    refused(shibao("draft", str(tmp_path)), "文件夹")
    refused(shibao("draft", "-", text=b"\x00\x01\x02"), "不是文本")
    refused(shibao("draft", "-", text='{"text": "a"}\n{"text": 3}'), "第 2 行")
    refused(shibao("draft", "-", text='{"text": "a", "time": "昨天"}'), "time")
    refused(shibao("draft", "--now", "昨天", "-", text="a"), "--now")
    refused(shibao("draft", "--engine", "model", "-", text="今天办了书画展，展出86幅"), "SHIBAO_MODEL_URL")


def test_wrong_usage_ends_with_two(shibao):
    for arguments in ((), ("draft", "--nosuch", "-"), ("draft", "--engine", "gpt", "-"), ("nosuch",)):
        ran = shibao(*(arguments or ("draft",)))
        assert ran.status == 2, arguments
        assert ran.out == ""
        assert "看用法" in ran.err


def test_a_wrong_setting_is_named(shibao):
    ran = shibao("draft", "-", text="今天办了书画展，展出86幅", SHIBAO_REPORT_LIMIT="many")
    refused(ran, "SHIBAO_REPORT_LIMIT")
