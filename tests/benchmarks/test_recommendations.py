"""One recommendation more in a list of eight hundred: it costs what the first ones cost.

Measured on two cores: see the figure that a failure prints; before, the whole list was read for each.
"""

import statistics
import time

LONG, FEW, MOST_TIMES = 800, 60, 2.0


def test_one_more_costs_the_same_in_a_long_list(desk):
    desk.do("open_panel", panel=1)
    note = desk.do("write_note", text="A register is needed").id
    took = []
    for number in range(LONG):
        began = time.perf_counter()
        sources = (note,) if number % 2 else ()
        desk.do("make_recommendation", text=f"Set up register {number} of what is done.", notes=sources)
        took.append(time.perf_counter() - began)

    assert statistics.median(took[-FEW:]) <= MOST_TIMES * statistics.median(took[:FEW])
