"""The ledger in conversation: registered, worked on, signed off by another; three units, and who sees what."""

import asyncio
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.domain.ledger.items import State, fold
from bot.domain.talk.desk import Turn
from bot.domain.talk.door import Attachment, Button, Reply
from bot.export.paper import printed
from bot.records.verify import verify
from tests.flows.bureau import STAFFING, Bureau

PROBLEM = "登记一个问题：窗口排队时间长，2027年8月底前加1个窗口，责任人王科长"


async def states(office: Bureau, name: str = "小李") -> list[str]:
    items = await office.records.ledger.among([office.person(name).unit.id])
    assert all(fold(item.events) == item.standing for item in items)
    return [item.standing.state for item in items]


async def test_what_was_said_is_registered_and_what_was_not_is_asked_once(office: Bureau) -> None:
    said = await office.say("小李", PROBLEM)
    assert "已登记为第1项" in said
    assert "措施：加1个窗口\n责任人：王科长\n时限：2027年8月31日" in said
    assert "来源：【待补】" in said
    assert "还缺来源" in said
    # A note in between is a note, and the answer still finds its question.
    assert "已记第1条" in await office.say("小李", "今天上午图书馆在城东社区送书320册，6名志愿者参加")
    assert await office.say("小李", "群众反映") == "第1项已改：\n来源：群众反映"
    (item,) = await office.records.ledger.among([office.person("小李").unit.id])
    assert item.standing.facts.lacking() == ()


async def test_a_wish_for_something_else_is_no_answer(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "起草文化惠民一节")
    (item,) = await office.records.ledger.among([office.person("小李").unit.id])
    assert item.standing.facts.lacking() != ()


async def test_unanswered_facts_stay_marked_and_nothing_is_made_up(office: Bureau) -> None:
    await office.say("小李", "登记一个问题")
    said = await office.say("小李", "阅览室空调坏了3台")
    assert said.count("【待补】") == 5
    assert "先空着" in await office.say("小李", "跳过")
    listed = await office.say("小李", "问题台账")
    assert "第1项 阅览室空调坏了3台，责任人【待补】，时限【待补】，整改中" in listed


async def test_progress_a_later_deadline_with_its_reason_and_another_owner(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "第1项进展：已增设1个窗口")
    assert "为什么延期" in await office.say("小李", "第1项延期到2027年9月15日")
    said = await office.say("小李", "设备没到货")
    assert said == "第1项时限从2027年8月31日延到2027年9月15日，原因：设备没到货。"
    assert "比原来的晚" in await office.say("小李", "第1项延期到2027年9月1日，因为忙")
    await office.say("小周", "第1项改责任人李明")
    said = await office.say("小李", "第1项")
    assert "责任人：李明" in said
    assert "小李延期：时限2027年9月15日，设备没到货" in said
    assert "小李进展：已增设1个窗口" in said


async def test_whoever_is_named_responsible_learns_it_and_hollow_measures_are_pointed_out(office: Bureau) -> None:
    said = await office.say("小李", "登记一个问题：干部纪律松散，加强管理，提高认识，小周负责")
    assert "措施没说具体做哪件事" in said
    assert "小李在问题台账里写你负责第1项：干部纪律松散。" in await office.told("小周")
    assert "没说具体" not in await office.say("小李", "第1项措施改为每天点名，每周通报")
    await office.say("小周", "第1项改责任人馆材料员")
    assert "小周在问题台账里写你负责第1项" in await office.told("馆材料员")
    assert await office.notices("小李") == await office.notices("小陈") == []


async def test_a_change_that_does_not_say_what_is_asked_about(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    assert "责任人：李明" in await office.say("小李", "第1项改为李明")
    assert "时限：2027年8月1日" in await office.say("小李", "第1项改成2027年8月1日")
    assert "改哪一样" in await office.say("小李", "第1项改成窗口排队时间长，没有叫号机")
    assert "问题：窗口没有叫号机" in await office.say("小李", "第1项问题改为窗口没有叫号机")


async def test_signing_off_takes_evidence_and_another_persons_hand(office: Bureau) -> None:
    await office.say("馆审核", PROBLEM)
    assert "做成了什么" in await office.say("馆审核", "第1项完成了")
    said = await office.say("馆审核", "新窗口已启用，附照片")
    assert "王审核" in said
    assert "馆审核" not in said
    assert "照片、文件我没收到" in said
    assert "不能自己销号" in await office.say("馆审核", "第1项同意销号")
    assert "由管这个单位的审核员定" in await office.say("小李", "第1项同意销号")
    assert "还差什么" in await office.press("王审核", "退回")
    await office.say("王审核", "请补照片")
    assert "被王审核退回：请补照片" in await office.told("馆审核")
    assert await states(office) == [State.OPEN]
    message = "tg:1:99"
    photo = Attachment(message, message, "file-1", "photo")
    await office.records.inbox.attach(office.person("小李").id, [photo])
    await office.say("小李", "第1项完成了：新窗口已启用", message_key=message)
    assert "附件1个" in await office.told("王审核")
    assert "同意销号" in await office.press("王审核", "同意销号")
    assert await states(office) == [State.CLOSED]
    assert "王审核已同意销号" in await office.told("小李")
    assert "已销号：王审核" in await office.say("小李", "第1项进展：又加了1个")
    await office.say("小李", "第1项重开，又排长队了")
    assert await states(office) == [State.OPEN]
    assert (await verify(office.records.store)).faults == []


async def test_claims_beyond_what_one_answer_shows_are_counted(office: Bureau) -> None:
    for number in range(1, 7):
        await office.say("小李", f"登记一个问题：{number}号窗口没人")
        await office.say("小李", f"第{number}项完成了：已安排人")
    assert "还有1项" in await office.say("王审核", "待销号")


async def test_an_old_card_explains_and_two_editors_make_one_decision(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "第1项完成了：新窗口已启用")
    cards = {name: (await office.notices(name))[-1] for name in ("馆审核", "王审核", "局管理员")}
    tokens = {name: card.buttons[0][0][1] for name, card in cards.items()}
    said = await asyncio.gather(*(office.say(name, "", action=token) for name, token in tokens.items()))
    assert sorted("已销号：" in one for one in said) == [False, True, True]
    assert await states(office) == [State.CLOSED]
    await office.say("小李", "第1项重开，又排长队了")
    await office.say("小李", "第1项完成了：加到3个窗口")
    assert "看最新的一张" in await office.say("王审核", "", action=tokens["王审核"])


async def test_the_same_delivery_registers_once_and_two_at_once_get_two_numbers(office: Bureau) -> None:
    first = await office.say("小李", PROBLEM, key="tg:1")
    assert await office.say("小李", PROBLEM, key="tg:1") == first
    await asyncio.gather(*(office.say(name, PROBLEM, key=f"tg:{name}") for name in ("小李", "小周", "馆材料员")))
    items = await office.records.ledger.among([office.person("小李").unit.id])
    assert [item.number for item in items] == [1, 2, 3, 4]


async def test_the_summary_lists_what_each_number_counts(office: Bureau) -> None:
    for number, source in ((1, "巡察反馈"), (2, "巡察反馈"), (3, "群众反映")):
        await office.say("小李", f"登记一个问题：{source}第{number}个窗口没人，责任人李明，2026年11月1日前")
    await office.say("小李", "第2项完成了：已安排人")
    await office.say("馆审核", "第2项同意销号")
    said = await office.say("小李", "台账小结")
    head, *groups = said.split("\n\n")
    assert "登记问题3项，完成1项，完成率33%，正在整改2项（逾期2项）" in head
    assert "巡察反馈2项，完成1项；群众反映1项，完成0项" in head
    assert [group.splitlines()[0] for group in groups] == ["已销号1项：", "整改中2项："]
    assert [len(group.splitlines()) - 1 for group in groups] == [1, 2]
    assert "逾期21天" in groups[1]


async def test_the_checklist_registers_blanks_and_no_problem_of_its_own(office: Bureau) -> None:
    said = await office.say("小李", "用六查六正两提高模板")
    assert "来源里只写了五个" in said
    await office.press("小李", "查管理是否科学")
    assert await states(office) == [State.BLANK]
    assert "台账里还没有问题" in await office.say("小李", "台账小结")
    said = await office.say("小李", "第1项问题：请假没登记，责任人赵敏，月底前")
    assert "问题：请假没登记\n责任人：赵敏\n时限：2026年11月30日" in said
    await office.say("小李", "用六查六正两提高模板")
    assert "第2至第14项" in await office.press("小李", "13项都列上")
    await office.say("小李", "第14项作废，自查未发现问题")
    assert (await states(office)).count(State.BLANK) == 12


async def test_the_spreadsheet_holds_every_item_and_no_formula(office: Bureau) -> None:
    await office.say("小李", "登记一个问题：=HYPERLINK(1)写进了表，责任人李明")
    await office.say("小李", "导出台账")
    name, data = printed(office["小李"].shown[0].enclosure)
    assert name.endswith(".xlsx")
    sheet = load_workbook(BytesIO(data)).active
    rows = [[cell.value for cell in row] for row in sheet.rows]
    assert rows[1][:4] == ["县图书馆", "1", None, "'=HYPERLINK(1)写进了表"]
    assert all(cell.data_type == "s" for row in sheet.rows for cell in row if cell.value)


LOOKS = ("台账", "第1项", "台账小结", "我负责的问题", "哪些逾期了")
WORDS = (*LOOKS, "第1项进展：做了", "第1项作废，试试", "第1项同意销号")
SEES = {"小李", "小周", "馆材料员", "馆审核", "王审核", "局管理员"}


@pytest.mark.slow
async def test_the_matrix_of_who_sees_the_librarys_ledger(office: Bureau) -> None:
    await office.say("小李", "登记一个问题：卫生间漏水，责任人李明，2026年11月1日前")
    for name in STAFFING:
        shown = "\n".join([await office.say(name, words) for words in LOOKS])
        assert ("卫生间漏水" in shown) == (name in SEES), name
    before = await office.records.ledger.among([office.person("小李").unit.id])
    for name in set(STAFFING) - SEES:
        for words in WORDS:
            assert "卫生间漏水" not in await office.say(name, words)
            assert "卫生间漏水" not in await office.say(name, f"县图书馆{words}")
    assert await office.records.ledger.among([office.person("小李").unit.id]) == before


async def test_buttons_that_somehow_reached_another_unit_change_nothing(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "第1项完成了：新窗口已启用")
    (item,) = await office.records.ledger.among([office.person("小李").unit.id])
    forged = (("ledger-close", f"{item.id} 1"), ("ledger-reject", f"{item.id} 1"), ("ledger-show", item.id))
    for name in ("小陈", "博审核", "小周"):
        for verb, argument in forged:
            reply = Reply("伪造", ((Button("按", verb, argument),),))
            turn = Turn(f"forged:{name}:{verb}", office.person(name).id, item.standing.moved, (), (reply,))
            (made,) = await office.records.desks.commit(turn)
            said = await office.say(name, "", action=made.buttons[0][0][1])
            assert "不归你看" in said or "审核员定" in said or (name == "小周" and verb == "ledger-show")
    assert await office.records.ledger.among([office.person("小李").unit.id]) == (item,)


async def test_a_suspended_colleague_is_shown_nothing(office: Bureau) -> None:
    await office.say("小李", "登记一个问题：卫生间漏水")
    gone = replace(office.person("小周"), active=False)
    await office.records.people.suspend(gone.id)
    assert "卫生间漏水" not in await office.say("小周", "台账")


async def test_an_editor_of_several_units_is_asked_which_item_is_meant(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小陈", "登记一个问题：展厅灯坏了3盏")
    await office.say("王审核", "登记一个问题：消防栓被挡住，责任单位县博物馆")
    assert "好几个单位" in await office.say("王审核", "第1项进展：已催办")
    assert "第1项进展已记" in await office.press("王审核", "县博物馆第1项")
    assert "消防栓" in await office.say("小陈", "第2项")
    assert "只能登记" in await office.say("小陈", "登记一个问题：灯坏了，责任单位县图书馆")


async def test_an_edited_message_is_not_carried_out_twice(office: Bureau) -> None:
    await office.say("小李", PROBLEM, message_key="tg:1:7")
    said = await office.say("小李", PROBLEM.replace("1个窗口", "2个窗口"), message_key="tg:1:7", edited=True)
    assert "改过的不再重办" in said
    assert "已登记为第2项" in await office.say("小李", "登记一个问题：灯坏了", message_key="tg:1:8", edited=True)


async def test_a_problem_is_made_void_by_who_registered_it_or_an_editor_alone(office: Bureau) -> None:
    await office.say("馆审核", PROBLEM)
    assert "只有登记的人和审核员" in await office.say("小李", "第1项作废，不想办")
    assert await states(office) == [State.OPEN]
    await office.say("王审核", "第1项作废，登重了")
    assert await states(office) == [State.VOID]


async def test_commands_are_no_reasons_and_a_question_that_is_settled_ends(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "第1项延期到2027年9月15日")
    assert "还没有记录" in await office.say("小李", "写成信息")
    await office.say("小周", "第1项完成了：新窗口已启用")
    assert "待销号" in await office.say("小李", "设备没到货")
    assert "已记第1条" in await office.say("小李", "今天上午图书馆在城东社区送书320册，6名志愿者参加")
    item = (await office.records.ledger.among([office.person("小李").unit.id]))[0]
    assert item.standing.extended == 0


@pytest.mark.slow
async def test_who_lost_sight_of_an_item_is_not_kept_waiting_for(office: Bureau) -> None:
    await office.say("小周", PROBLEM)
    await office.say("小周", "第1项延期到2027年9月15日")
    await office.records.people.move(office.person("小周").id, "县博物馆", office.person("小周").role)
    assert "已记第1条" in await office.say("小周", "今天上午博物馆在城东社区开展讲座1场，60人参加")


async def test_an_editor_of_several_units_signs_off_what_waits_for_it(office: Bureau) -> None:
    await office.say("王审核", "登记一个问题：会议多")
    await office.say("小李", PROBLEM)
    await office.say("小陈", "登记一个问题：展厅灯坏了3盏")
    await office.say("小李", "第1项完成了：新窗口已启用")
    assert "县图书馆第1项" in await office.say("王审核", "第1项同意销号")
    await office.say("小李", "第1项重开，又排长队了")
    assert await office.told("王审核") == "县图书馆第1项（窗口排队时间长）被小李重新打开：又排长队了"
    assert "县博物馆第1项进展已记" in await office.say("王审核", "县博物馆第1项进展：已催办")


async def test_photos_of_evidence_go_into_no_report(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    photo = Attachment("tg:1:9", "tg:1:9", "file-9", "photo")
    await office.say("小李", "11月20日上午，图书馆在城东社区送书320册")
    await office.records.inbox.attach(office.person("小李").id, [photo])
    await office.say("小李", "第1项完成了：新窗口已启用", message_key="tg:1:9")
    await office.say("小李", "写成信息")
    draft = (await office["小李"].desk()).drafts[0]
    assert await office.records.log.files(draft.id) == ()
    item = (await office.records.ledger.among([office.person("小李").unit.id]))[0]
    assert [one.file_id for one in await office.records.ledger.files([item.events[-1].message])] == ["file-9"]


async def test_a_spell_of_time_and_whoever_speaks(office: Bureau) -> None:
    assert "责任人：小李" in await office.say("小李", "登记一个问题：灯坏了，12月1日前，我来负责")
    said = await office.say("小李", "第1项延期一周，因为厂家放假")
    assert said == "第1项时限从2026年12月1日延到2026年12月8日，原因：厂家放假。"
    assert "为什么延期" in await office.say("小李", "第1项延期两周")


async def test_what_waits_for_a_signature_and_what_was_signed_off_when(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "登记一个问题：灯坏了")
    assert await office.say("王审核", "待销号的") == "没有待销号的。"
    await office.say("馆审核", "第1项完成了：新窗口已启用")
    assert "1项待销号，等审核员确认" in await office.say("小李", "待销号的有哪些")
    assert "等审核员确认" in await office.say("馆审核", "待销号的")
    assert "【待销号】县图书馆第1项" in await office.say("王审核", "待销号的")
    assert "没有待销号的" in await office.say("小陈", "待销号的")
    await office.press("王审核", "同意销号")
    said = await office.say("小李", "这个月销号了几项")
    assert said.startswith("2026年11月销号1项：\n第1项 窗口排队时间长")
    assert "2026年10月新登记0项" in await office.say("小李", "上个月的台账小结")
    assert "2026年11月新登记2项" in await office.say("小李", "本月台账小结")


async def test_what_was_asked_and_taken_back_takes_no_later_note_for_its_answer(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "问题台账")
    assert "做成了什么" in await office.say("小李", "1号弄完了")
    assert "先放着" in await office.say("小李", "取消")
    assert "已记第1条" in await office.say("小李", "今天上午图书馆在城东社区送书320册，6名志愿者参加")
    assert await states(office) == ["整改中"]


async def test_what_is_not_understood_of_an_item_is_asked_with_buttons(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    assert "第1项（窗口排队时间长）：这句怎么记？" in await office.say("小李", "窗口排队那件到底咋弄嘛")
    assert "进展已记" in await office.press("小李", "记进展")


async def test_two_items_said_to_be_done_are_asked_about_one_after_the_other(office: Bureau) -> None:
    await office.say("小李", PROBLEM)
    await office.say("小李", "登记一个问题：音响坏了，修功放，责任人小李，2027年8月底前，来源：自查")
    await office.say("小李", "问题台账")
    assert "第1项做成了什么" in await office.say("小李", "1号和2号都弄完了")
    assert "第2项做成了什么" in await office.press("小李", "接着报第2项")
