"""House wordings in conversation: who may set them, where they hold, and that they hold at once."""

from tests.flows.bureau import Bureau

NOTES = ("11月20日上午，图书馆在城东社区开展送书下乡活动，送书320册", "86名群众参加")


async def drafted(office: Bureau, name: str) -> str:
    for note in NOTES:
        await office.say(name, note)
    return await office.say(name, "写成信息")


async def test_a_rule_of_the_bureau_holds_at_once_in_the_units_below(office: Bureau) -> None:
    said = await office.say("王审核", "“群众”一律写“读者”")
    assert said.startswith("记下了：县文旅局和下属单位的稿子，“群众”写成“读者”。")
    text = await drafted(office, "小李")
    assert "86名读者参加" in text
    assert "用语规矩（县文旅局）：“群众”写成“读者”，已照办。" in text
    judged = await office.say("小李", "帮我看看这段：11月20日，县图书馆送书320册，群众都说好")
    assert "“群众”改为“读者”" in judged
    assert await office.say("小李", "为什么把“群众”改成读者") == "县文旅局定的用语规矩：“群众”写成“读者”。"


async def test_only_an_editor_sets_or_drops_a_rule_and_only_of_their_own_scope(office: Bureau) -> None:
    for name in ("小李", "馆材料员"):
        assert "请把这条告诉审核员" in await office.say(name, "以后别写“隆重”")
        assert await office.say(name, "看看用语规矩") == (
            "还没有用语规矩。审核员可以直接说：以后别写“圆满成功”；“群众”一律写“读者”；取消“圆满成功”这条规矩。"
        )
    await office.say("王审核", "以后别写“隆重”")
    assert "请找审核员取消" in await office.say("小李", "取消“隆重”这条规矩")
    assert "要改请找县文旅局的审核员" in await office.say("馆审核", "取消“隆重”这条规矩")
    assert "不写“隆重”（县文旅局定的）" in await office.say("小陈", "看看用语规矩")


async def test_a_units_own_rule_goes_before_and_leaves_its_neighbours_alone(office: Bureau) -> None:
    await office.say("王审核", "“群众”一律写“读者”")
    assert "县文旅局定的是“群众”写成“读者”，本单位以这条为准" in await office.say("馆审核", "“群众”一律写“居民”")
    assert "86名居民参加" in await drafted(office, "小李")
    assert "86名读者参加" in await drafted(office, "小陈")


async def test_a_rule_is_dropped_by_words_or_button_and_draws_no_second_effect(office: Bureau) -> None:
    await office.say("馆审核", "“群众”一律写“读者”", key="same")
    await office.say("馆审核", "“群众”一律写“读者”", key="same")
    assert await office.say("馆审核", "取消这条规矩") == "取消了：“群众”写成“读者”。"
    await office.say("馆审核", "以后别写“隆重”")
    assert await office.press("馆审核", "取消“隆重”") == "取消了：不写“隆重”。"
    assert "86名群众参加" in await drafted(office, "小李")


async def test_what_a_colleague_writes_by_hand_stays_and_is_pointed_out(office: Bureau) -> None:
    await office.say("馆审核", "“群众”一律写“读者”")
    await drafted(office, "小李")
    text = await office.say("小李", "把86名读者改成86名群众")
    assert "86名群众参加" in text
    assert "稿里还有，请自己看要不要改" in text


async def test_a_rule_is_taken_back_by_its_place_in_the_list(office: Bureau) -> None:
    await office.say("馆审核", "加一条规矩：不写“亲切”")
    assert "1. 不写“亲切”" in await office.say("馆审核", "看看用语规矩")
    assert "现在有1条" in await office.say("馆审核", "取消第3条规矩")
    assert await office.say("馆审核", "取消第1条规矩") == "取消了：不写“亲切”。"
    assert "还没有用语规矩" in await office.say("馆审核", "禁用词有哪些")
