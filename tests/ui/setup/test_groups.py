"""The tree of groups at the setup desk has as many levels as names tell."""


def shown(item, depth=0):
    """Return what stands in the tree, opened all the way, with a dash for each level."""
    item.setExpanded(True)
    below = [line for n in range(item.childCount()) for line in shown(item.child(n), depth + 1)]
    return [f"{'-' * depth}{item.text(0)}", *below]


def test_bodies_and_categories_have_as_many_levels_as_their_names_tell(make_console, desk, people):
    desk.do("add_category", key="YOU", label="Civil society / Youth / Students")
    united = "United Nations"
    for name, key, delegation in (
        ("A", "NGO", united),
        ("B", "NGO", f"{united} / Human Rights / Geneva"),
        ("C", "NGO", f"{united} / Human Rights / Beirut"),
        ("D", "YOU", f"{united} / Human Rights"),
    ):
        desk.do("add_participant", name=name, category=key, delegation=delegation)
    console = make_console()
    console.open_page(3)
    setup = console._pages.setup
    setup.grouped.click()
    tree = setup.tree

    def names():
        return [who.name for who in setup.model.rows]

    lines = [line for n in range(tree.topLevelItemCount()) for line in shown(tree.topLevelItem(n))]

    society = lines.index("6 · Civil society")
    assert [line for line in lines[society:] if "Not stated" not in line] == [
        "6 · Civil society",
        "-1 · Youth",
        "--1 · Students",
        "---1 · United Nations",
        "----1 · Human Rights",
        "-3 · United Nations",
        "--2 · Human Rights",
        "---1 · Beirut",
        "---1 · Geneva",
    ]
    top = next(item for item in tree._items() if item.text(0) == "6 · Civil society")
    tree.setCurrentItem(top)
    assert {"A", "B", "C", "D"} - set(names()) == set()
    tree.setCurrentItem(next(item for item in tree._items() if item.text(0) == "2 · Human Rights"))
    assert names() == ["B", "C"]
    desk.do("add_participant", name="E", category="NGO", delegation=f"{united} / Human Rights / Geneva")
    assert names() == ["B", "C", "E"]
    assert (tree.currentItem().text(0), tree.currentItem().isExpanded()) == ("3 · Human Rights", True)
