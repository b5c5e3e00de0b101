// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz-replay CORPUS [ROUNDS]: every target meets every file of its corpus, and then ROUNDS variations of each that
// a fixed die makes. The same every time: what it finds is found again.
#include "tests/fuzz/Targets.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>
#include <cstdio>

using namespace smsauth;

namespace {

constexpr qsizetype MostBytes = 4096;

QByteArray vary(QByteArray bytes, const QList<QByteArray> &others, QRandomGenerator &die)
{
    const int changes = die.bounded(1, 6);
    for (int i = 0; i < changes; ++i) {
        const qsizetype at = bytes.isEmpty() ? 0 : die.bounded(bytes.size() + 1);
        switch (die.bounded(6)) {
        case 0:
            bytes.insert(at, char(die.bounded(256)));
            break;
        case 1:
            bytes.remove(at, die.bounded(1, 9));
            break;
        case 2:
            if (at < bytes.size())
                bytes[at] = char(bytes.at(at) ^ (1 << die.bounded(8)));
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, die.bounded(1, 33)));
            break;
        case 4: {
            const QByteArray &other = others.at(die.bounded(others.size()));
            bytes = bytes.first(at) + other.mid(other.isEmpty() ? 0 : die.bounded(other.size()));
            break;
        }
        case 5:
            bytes.insert(at, QByteArray(die.bounded(1, 64), char("0\"{[%+;\r\n\0A"[die.bounded(11)])));
            break;
        }
    }
    return bytes.first(std::min(bytes.size(), MostBytes));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc < 2)
        return std::fputs("fuzz-replay CORPUS [ROUNDS]\n", stderr), 2;
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
    for (const FuzzTarget &target : fuzzTargets()) {
        const QDir folder(QDir(QString::fromLocal8Bit(argv[1])).filePath(QString::fromLatin1(target.name)));
        QList<QByteArray> seeds;
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                return std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName())), 1;
            seeds.append(file.readAll());
        }
        if (seeds.isEmpty())
            return std::fprintf(stderr, "no corpus for %s\n", target.name), 1;
        std::printf("%-18s %lld files\n", target.name, qint64(seeds.size()));
        std::fflush(stdout); // the name stands there when it ends in the middle
        QRandomGenerator die(1);
        target.run({});
        for (const QByteArray &seed : seeds) {
            target.run(seed);
            for (int round = 0; round < rounds; ++round)
                target.run(vary(seed, seeds, die));
        }
    }
    return 0;
}
