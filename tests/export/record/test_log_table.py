"""How a log is laid out as a table: which fields share a column, and how wide each column is."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.domain.prepared_record import PreparedField, PreparedItem, PreparedPart
from peerlog.export.document.model import Break, Emphasis, Strong, Text
from peerlog.export.record.log_table import log_table

FORM = (
    ("Date", "day"),
    ("Activity", "line"),
    ("Type", "line"),
    ("Hours", "minutes"),
    ("Reflection", "prose"),
    ("Evidence", "line"),
)


def field(label: str, shape: str, said: str) -> PreparedField:
    return PreparedField(f"own.{label.lower()}", label, shape, said or None, said, "own" if said else "", False)


def log(*items: tuple[str, ...]) -> PreparedPart:
    made = tuple(
        PreparedItem(
            str(number),
            said[1],
            date(2026, 1, 1),
            60,
            tuple(field(*about, text) for about, text in zip(FORM, said, strict=True)),
        )
        for number, said in enumerate(items)
    )
    return PreparedPart("log", "Log", "items", made)


ROW = ("2026-01-01", "Webinar on plain words", "Webinar", "1 h", "Fewer words.", "certificate.pdf")


def heads(part: PreparedPart) -> list[str]:
    return ["".join(run.words for run in cell if isinstance(run, Text)) for cell in log_table(part).head]


def test_of_six_columns_a_short_one_stands_under_the_one_before_it() -> None:
    assert heads(log(ROW, ROW)) == ["Date", "Activity, type", "Hours", "Reflection", "Evidence"]
    assert log_table(log(ROW)).rows[0][1] == (Text(ROW[1]), Break(), Emphasis((Text(ROW[2]),)))


def test_what_few_items_have_stands_under_the_words_before_it() -> None:
    bare = (*ROW[:5], "")
    table = log_table(log(ROW, bare, bare))
    assert heads(log(ROW, bare, bare)) == ["Date", "Activity, type", "Hours", "Reflection, evidence"]
    assert table.rows[0][3] == (Text(ROW[4]), Break(), Emphasis((Text(ROW[5]),)))
    assert table.rows[1][3] == (Text(ROW[4]),)


def test_nothing_shares_a_column_where_there_is_room() -> None:
    without_type = (*ROW[:2], "", *ROW[3:])
    assert heads(log(without_type)) == ["Date", "Activity", "Hours", "Reflection", "Evidence"]


def test_lengths_are_added_up_under_their_own_column() -> None:
    *_, total = log_table(log(ROW, ROW)).rows
    assert total == ((Strong((Text("In all"),)),), (), (Strong((Text("2\u00a0h"),)),), (), ())


SAID = st.text("abcdefghij ", min_size=1, max_size=60).map(str.strip).filter(bool)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.just("2026-01-01"), SAID, SAID, st.just("45 min"), SAID, SAID), min_size=1, max_size=5))
def test_no_column_is_narrower_than_its_words_up_to_a_length(items: list[tuple[str, ...]]) -> None:
    table = log_table(log(*items))
    letters = [
        [run.words for row in (table.head, *table.rows) for run in row[place] if isinstance(run, Text)]
        for place in range(len(table.head))
    ]
    for width, said in zip(table.widths, letters, strict=True):
        assert width >= min(22, max(len(word) for words in said for word in words.split(" ")))


def test_each_row_of_a_workbook_is_as_tall_as_its_text() -> None:
    import io

    from openpyxl import load_workbook

    from peerlog.domain.prepared_record import Handing, PreparedRecord
    from peerlog.export.record.xlsx_log import xlsx_log

    long = (*ROW[:4], "A word or two. " * 20, ROW[5])
    handing = Handing("as a document", "", "", False)
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    record = PreparedRecord("", "own", "", "Own", "Kim", "", first, last, None, handing, (log(ROW, long),))
    sheet = load_workbook(io.BytesIO(xlsx_log(record, on=last)))["Log"]
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height == 6 * 15
