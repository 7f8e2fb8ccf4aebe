"""`shibao check` as the contract says."""

TEXT = "近年来，我局高度重视作风建设，取得了显著成效。\r\n10月31日，县文化馆在文化广场举办书画展，展出86幅。"


def test_sentences_carry_verdicts_and_exact_offsets(shibao):
    ran = shibao("check", "--json", "-", text=TEXT)
    assert (ran.status, ran.err) == (0, "")
    judged = ran.json
    assert set(judged) == {"passed", "empty_ratio", "sentences", "findings"}
    assert [sentence["verdict"] for sentence in judged["sentences"]] == ["empty", "substantive"]
    for sentence in judged["sentences"]:
        assert set(sentence) == {"text", "start", "end", "verdict", "why", "advice", "ask"}
        assert TEXT[sentence["start"] : sentence["end"]] == sentence["text"]
    assert 0 < judged["empty_ratio"] < 1


def test_a_person_gets_plain_chinese(shibao):
    ran = shibao("check", "-", text=TEXT)
    assert ran.status == 0
    assert "空" in ran.out


def test_nothing_to_judge_gets_one_line(shibao):
    ran = shibao("check", "--json", "-", text=" \n")
    assert (ran.status, ran.out) == (1, "")
    assert "没有内容" in ran.err
