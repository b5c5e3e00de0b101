# SPDX-License-Identifier: GPL-3.0-or-later
"""one_definition.py SOURCE_DIR: no two files of a program define the same type or free function.

The linker takes one of two equal inline functions, constructors and destructors and drops the other without a word,
so that two classes of one name in one namespace end in memory of the other's shape. What only one file needs belongs
into an anonymous namespace.
"""
import collections
import pathlib
import re
import sys

# The folders of each program; a file in a folder of both can meet all others.
PROGRAMS = {"smsauth": ("core", "app", "app/headless"), "smsauth-console": ("core", "ui", "app", "app/console")}

NOISE = re.compile(r"""
      //[^\n]*
    | /\*.*?\*/
    | (?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"
    | (?:u8|[uUL])?"(?:\\.|[^"\\\n])*"
    | (?<![0-9a-zA-Z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])+'
""", re.VERBOSE | re.DOTALL)
TOKEN = re.compile(r"[A-Za-z_]\w*|::|->|&&|\[\[|\]\]|[^\s\w]|\d[\w'.]*")
NAMESPACE = re.compile(r"(?:inline )?namespace(?: ([\w :]+))?$")
TYPE = re.compile(r"(?:^|[ >])(?:class|struct|union|enum(?: class| struct)?) "
                  r"(?:\[\[.*?\]\] )?(?:alignas \(.*?\) |[A-Z_]+_EXPORT )?([A-Za-z_]\w*(?: :: [A-Za-z_]\w*)*)(?: final)?(?: :(?!:).*)?$")
FUNCTION = re.compile(r"(?:^| )((?:operator [^\w\s(]+(?: [^\w\s(]+)*|operator \( \)|[A-Za-z_]\w*)) \((.*)\)[^()]*$")
KEYWORDS = {"if", "for", "while", "switch", "catch", "return", "sizeof", "decltype", "noexcept", "requires"}


def code(text):
    """Without comments, texts and directives; of alternatives the first."""
    text = NOISE.sub(lambda found: " " if found[0].startswith("/") else '""', text).replace("\\\n", " ")
    lines, skipping = [], []
    for line in text.split("\n"):
        directive = re.match(r"\s*#\s*(\w+)", line)
        if not directive:
            if not any(skipping):
                lines.append(line)
        elif directive[1].startswith("if"):
            skipping.append(False)
        elif directive[1].startswith("el") and skipping:
            skipping[-1] = True
        elif directive[1] == "endif" and skipping:
            skipping.pop()
    return "\n".join(lines)


def parameters(text):
    """The types, roughly: names and defaults do not tell functions apart."""
    types, depth, current = [], 0, []
    for word in [*text.split(" "), ","]:
        depth += word in "(<[{"
        depth -= word in ")>]}"
        if word == "," and depth == 0:
            current = current[:current.index("=")] if "=" in current else current
            if len(current) > 1 and re.match(r"[A-Za-z_]\w*$", current[-1]) and current[-2] != "::":
                current.pop()
            types.append(" ".join(current))
            current = []
        else:
            current.append(word)
    return ", ".join(types)


def definitions(text):
    """The names of the types and free functions that a file defines for all others to see."""
    found = []
    scopes = []  # a namespace's name, "" for an anonymous one, None for everything else
    statement = []
    for token in TOKEN.findall(code(text)):
        if token == "{":
            head = " ".join(statement)
            inside = next((scope for scope in reversed(scopes) if not scope), "all")
            namespace = NAMESPACE.match(head)
            scope = None
            if namespace:
                scope = (namespace[1] or "").replace(" ", "")
            elif inside == "all":
                place = "::".join(scopes)
                head = re.sub(r"^(?:template < .*? > )+(?=class|struct|union|[a-z])", "", head)
                kind, function = TYPE.search(head), FUNCTION.search(re.sub(r"\) : .*", ")", head))
                if kind and "(" not in kind[1] and not head.startswith("static "):
                    found.append(f"{place}::{kind[1].replace(' ', '')}")
                elif function and function[1] not in KEYWORDS and not head.startswith("static ") and " = " not in head.split("(")[0]:
                    before = head[:function.start(1)].rstrip()
                    if not before.endswith(("::", "~")):  # else it is a member of a class
                        found.append(f"{place}::{function[1].replace(' ', '')}({parameters(function[2].strip())})")
            scopes.append(scope)
            statement = []
        elif token == "}":
            if scopes:
                scopes.pop()
            statement = []
        elif token == ";":
            statement = []
        else:
            statement.append(token)
    if scopes:
        raise ValueError("braces do not match")
    return found


def clashes(files):
    """files: name → text. One line for each name that two files define."""
    places = collections.defaultdict(set)
    for name, text in files.items():
        try:
            for each in definitions(text):
                places[each].add(name)
        except ValueError as problem:
            raise SystemExit(f"{name}: {problem}")
    return [f"{name} is defined in {', '.join(sorted(where))}" for name, where in sorted(places.items()) if len(where) > 1]


def check_itself():
    """The check must notice what it is for, and nothing else."""
    anonymous = "namespace smsauth { namespace { %s } }"
    named = "namespace smsauth { %s }"
    for one, other, expected in [
        ("struct Row { int a; };", "class Row final : public Base { Row() {} };", True),
        ("enum class Kind { A };", "enum Kind : int { B };", True),
        ("inline int twice(int a) { return a; }", "int twice(int other = 3) { return 2; }", True),
        ("template<class T> struct Page { T t; };", "struct Page { };", True),
        ("struct Row;", "struct Row { };", False),
        ("int twice(int a) { return a; }", "int twice(long a) { return 2; }", False),
        ("static int twice(int a) { return a; }", "static int twice(int a) { return 2; }", False),
        ("void A::go() { struct Local { }; }", "void B::go() { struct Local { }; }", False),
        ("// struct Row { };\nconst char *t = \"struct Row {\";", "struct Row { };", False),
        ("struct A { struct Row { }; };", "struct B { struct Row { }; };", False),
        ("struct A::Private { };", "struct B::Private { };", False),
        ("A::A(int a) : m_a(a), m_b(2) { }", "B::B(int a) : m_a(a), m_b(2) { }", False),
        ("A::~A() { }", "B::~B() { }", False),
        ("struct A::Private { };", "struct A::Private { };", True),
    ]:
        for frame, seen in ((named, expected), (anonymous, False)):
            result = clashes({"one.cpp": frame % one, "other.cpp": frame % other})
            if bool(result) != seen:
                raise SystemExit(f"the check itself is wrong about: {frame % one} / {frame % other}: {result}")


def main():
    root = pathlib.Path(sys.argv[1])
    check_itself()
    problems, checked = set(), 0
    for folders in PROGRAMS.values():
        files = {}
        for folder in folders:
            wanted = (root / folder).glob("*") if folder == "app" else (root / folder).rglob("*")
            files.update({str(path.relative_to(root)): path.read_text() for path in wanted if path.suffix in (".cpp", ".h")})
        if len(files) < 50:
            raise SystemExit(f"the sources are not in {root}")
        checked += sum(len(definitions(text)) for text in files.values())
        problems.update(clashes(files))
    if problems:
        raise SystemExit("\n".join(sorted(problems)))
    print(f"{checked} definitions, none twice")


if __name__ == "__main__":
    main()
