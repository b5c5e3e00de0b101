<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>main</name>
    <message>
        <source>SMS Auth Console</source>
        <translation>SMS Auth Console</translation>
    </message>
    <message>
        <source>This profile is open already.</source>
        <translation>Этот профиль уже открыт.</translation>
    </message>
    <message>
        <source>The profile cannot be opened.</source>
        <translation>Не удалось открыть профиль.</translation>
    </message>
    <message>
        <source>%1
Use that window, or start with another --profile.</source>
        <translation>%1
Перейдите в то окно или запустите программу с другим --profile.</translation>
    </message>
    <message>
        <source>This profile is open already; its window is in front now.</source>
        <translation>Этот профиль уже открыт; его окно теперь впереди.</translation>
    </message>
    <message>
        <source>SMS sign-in server with a window around it.</source>
        <translation>Сервер входа по SMS с окном управления.</translation>
    </message>
    <message>
        <source>Folder of the profile.</source>
        <translation>Папка профиля.</translation>
    </message>
    <message>
        <source>One setting for this run only.</source>
        <translation>Одна настройка только для этого запуска.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Лишний аргумент: %1</translation>
    </message>
    <message>
        <source>--set needs KEY=VALUE</source>
        <translation>Для --set нужно KEY=VALUE</translation>
    </message>
</context>
<context>
    <name>smsauth::AlsoTry</name>
    <message>
        <source>A code with one digit changed is refused: 400.</source>
        <translation>Код с одной изменённой цифрой отклоняется: 400.</translation>
    </message>
    <message>
        <source>The right code is refused once its time is over: 400. Takes %1.</source>
        <translation>Верный код отклоняется, когда его время вышло: 400. Займёт %1.</translation>
    </message>
    <message>
        <source>The right code is refused the second time: 400.</source>
        <translation>Верный код во второй раз отклоняется: 400.</translation>
    </message>
    <message>
        <source>A second code right after the first is refused: 400 or 429.</source>
        <translation>Второй код сразу после первого не выдаётся: 400 или 429.</translation>
    </message>
    <message>
        <source>The resend wait is off, so a second code is sent: 200.</source>
        <translation>Ожидание перед повтором выключено, поэтому второй код отправляется: 200.</translation>
    </message>
    <message>
        <source>A number that cannot be one is refused: 400.</source>
        <translation>Номер, которого не может быть, отклоняется: 400.</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln wrong tries the right code is refused: 400 or 429.</source>
        <translation>
            <numerusform>После %Ln неверной попытки верный код отклоняется: 400 или 429.</numerusform>
            <numerusform>После %Ln неверных попыток верный код отклоняется: 400 или 429.</numerusform>
            <numerusform>После %Ln неверных попыток верный код отклоняется: 400 или 429.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrong code</source>
        <translation>Неверный код</translation>
    </message>
    <message>
        <source>Expired code</source>
        <translation>Истёкший код</translation>
    </message>
    <message>
        <source>Code used twice</source>
        <translation>Код использован дважды</translation>
    </message>
    <message>
        <source>Asked too soon</source>
        <translation>Слишком рано</translation>
    </message>
    <message>
        <source>Bad number</source>
        <translation>Неверный номер</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Слишком много попыток</translation>
    </message>
    <message>
        <source>Try all</source>
        <translation>Проверить всё</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Прекратить</translation>
    </message>
    <message>
        <source>What a server must refuse. Each has a test number of its own, +1 303-555-0190 and up, which is reset on the simulated phone first.</source>
        <translation>Что сервер обязан отклонить. У каждой проверки свой тестовый номер, начиная с +1 303-555-0190; сначала он сбрасывается на симулируемом телефоне.</translation>
    </message>
    <message>
        <source>Show request</source>
        <translation>Показать запрос</translation>
    </message>
    <message>
        <source>Show the request of: %1</source>
        <translation>Показать запрос проверки: %1</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Проверяется…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Не проверено</translation>
    </message>
    <message>
        <source>As expected</source>
        <translation>Как ожидалось</translation>
    </message>
    <message>
        <source>The server answered: %1</source>
        <translation>Ответ сервера: %1</translation>
    </message>
    <message>
        <source>Not as expected</source>
        <translation>Не как ожидалось</translation>
    </message>
    <message>
        <source>A step before it failed: %1 answered: %2</source>
        <translation>Не удался предшествующий шаг: %1 ответил: %2</translation>
    </message>
    <message>
        <source>The code expires in %1.</source>
        <translation>Код истечёт через %1.</translation>
    </message>
</context>
<context>
    <name>smsauth::AppearanceMenu</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Меньше &amp;движения</translation>
    </message>
</context>
<context>
    <name>smsauth::AuditPanel</name>
    <message>
        <source>Audit trail</source>
        <translation>Журнал аудита</translation>
    </message>
    <message>
        <source>Find in the audit trail</source>
        <translation>Найти в журнале аудита</translation>
    </message>
    <message>
        <source>Who, what or whom</source>
        <translation>Кто, что или о ком</translation>
    </message>
    <message>
        <source>Ver&amp;ify</source>
        <translation>Прове&amp;рить</translation>
    </message>
    <message>
        <source>Checks the seals of all rows, from the first to the newest</source>
        <translation>Проверяет печати всех строк, от первой до самой новой</translation>
    </message>
    <message>
        <source>The trail has grown since it was verified.</source>
        <translation>После проверки в журнале появились новые строки.</translation>
    </message>
    <message>
        <source>Nothing has been written yet. Changed settings, revealed codes, going live and the like appear here.</source>
        <translation>Пока ничего не записано. Здесь появятся изменённые настройки, показанные коды, переход в боевой режим и подобное.</translation>
    </message>
    <message>
        <source>No row fits.</source>
        <translation>Подходящих строк нет.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Choose a row to read all of it.</source>
        <translation>Выберите строку, чтобы прочитать её целиком.</translation>
    </message>
    <message>
        <source>Not sound</source>
        <translation>Нарушена</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>Номер строки</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Записано как</translation>
    </message>
    <message>
        <source>Verifying the seals…</source>
        <translation>Проверяются печати…</translation>
    </message>
    <message>
        <source>The trail could not be verified: %1</source>
        <translation>Не удалось проверить журнал аудита: %1</translation>
    </message>
    <message>
        <source>The trail could not be verified.</source>
        <translation>Не удалось проверить журнал.</translation>
    </message>
</context>
<context>
    <name>smsauth::AuditTexts</name>
    <message>
        <source>Trail sealed from here</source>
        <translation>Отсюда журнал запечатан</translation>
    </message>
    <message>
        <source>Trail found broken</source>
        <translation>Журнал оказался нарушен</translation>
    </message>
    <message>
        <source>Went live</source>
        <translation>Переход в боевой режим</translation>
    </message>
    <message>
        <source>Back to the simulator</source>
        <translation>Возврат к симулятору</translation>
    </message>
    <message>
        <source>Debug code used</source>
        <translation>Использован отладочный код</translation>
    </message>
    <message>
        <source>Code revealed</source>
        <translation>Код показан</translation>
    </message>
    <message>
        <source>Code ended by hand</source>
        <translation>Срок кода завершён вручную</translation>
    </message>
    <message>
        <source>Code made to last longer</source>
        <translation>Срок кода продлён</translation>
    </message>
    <message>
        <source>Code deleted</source>
        <translation>Код удалён</translation>
    </message>
    <message>
        <source>Expired codes cleared</source>
        <translation>Истёкшие коды удалены</translation>
    </message>
    <message>
        <source>Message sent again</source>
        <translation>Сообщение отправлено ещё раз</translation>
    </message>
    <message>
        <source>New code sent</source>
        <translation>Отправлен новый код</translation>
    </message>
    <message>
        <source>Test SMS sent</source>
        <translation>Отправлено пробное SMS</translation>
    </message>
    <message>
        <source>User blocked</source>
        <translation>Пользователь заблокирован</translation>
    </message>
    <message>
        <source>User unblocked</source>
        <translation>Пользователь разблокирован</translation>
    </message>
    <message>
        <source>Number of a user changed</source>
        <translation>Номер пользователя изменён</translation>
    </message>
    <message>
        <source>Change of a user undone</source>
        <translation>Изменение пользователя отменено</translation>
    </message>
    <message>
        <source>User deleted</source>
        <translation>Пользователь удалён</translation>
    </message>
    <message>
        <source>Database compacted</source>
        <translation>База данных сжата</translation>
    </message>
    <message>
        <source>Database backed up</source>
        <translation>Создана резервная копия базы данных</translation>
    </message>
    <message>
        <source>Back-up restored</source>
        <translation>База восстановлена из резервной копии</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Настройки изменены</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>Настройки импортированы</translation>
    </message>
    <message>
        <source>Secret stored</source>
        <translation>Секрет сохранён</translation>
    </message>
    <message>
        <source>Secret removed</source>
        <translation>Секрет удалён</translation>
    </message>
    <message>
        <source>Other store for secrets taken</source>
        <translation>Выбрано другое хранилище секретов</translation>
    </message>
    <message>
        <source>Fields of a gateway saved</source>
        <translation>Поля шлюза сохранены</translation>
    </message>
    <message>
        <source>Gateway chosen</source>
        <translation>Шлюз выбран</translation>
    </message>
    <message>
        <source>Description of a gateway saved</source>
        <translation>Описание шлюза сохранено</translation>
    </message>
    <message>
        <source>Description of a gateway removed</source>
        <translation>Описание шлюза удалено</translation>
    </message>
    <message>
        <source>Test number or fault set</source>
        <translation>Задан тестовый номер или сбой</translation>
    </message>
    <message>
        <source>Test number or fault removed</source>
        <translation>Удалён тестовый номер или сбой</translation>
    </message>
    <message>
        <source>Test numbers and faults removed</source>
        <translation>Тестовые номера и сбои удалены</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Консоль</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Командная строка</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Script (HTTP)</source>
        <translation>Сценарий (HTTP)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier row(s)</source>
        <translation>
            <numerusform>%Ln прежняя строка</numerusform>
            <numerusform>%Ln прежние строки</numerusform>
            <numerusform>%Ln прежних строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 was changed.</source>
        <translation>Строка %1 изменена.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 were changed.</source>
        <translation>Строки с %1 по %2 изменены.</translation>
    </message>
    <message>
        <source>The first rows were removed.</source>
        <translation>Первые строки удалены.</translation>
    </message>
    <message>
        <source>Row %1 was removed.</source>
        <translation>Строка %1 удалена.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 were removed.</source>
        <translation>Строки с %1 по %2 удалены.</translation>
    </message>
    <message>
        <source>Row %1 was inserted.</source>
        <translation>Строка %1 вставлена.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 were inserted.</source>
        <translation>Строки с %1 по %2 вставлены.</translation>
    </message>
    <message>
        <source>Row %1 is not in its place.</source>
        <translation>Строка %1 не на своём месте.</translation>
    </message>
    <message>
        <source>Row %1 is not in its place: it holds what was row %2.</source>
        <translation>Строка %1 не на своём месте: в ней то, что было строкой %2.</translation>
    </message>
    <message>
        <source>The newest rows were cut off (row %1): the database may be an older copy.</source>
        <translation>Самые новые строки отрезаны (строка %1): возможно, база данных — более старая копия.</translation>
    </message>
    <message>
        <source>The newest rows were cut off (%1 to %2): the database may be an older copy.</source>
        <translation>Самые новые строки отрезаны (с %1 по %2): возможно, база данных — более старая копия.</translation>
    </message>
    <message>
        <source>Another row stands in the place of row %1.</source>
        <translation>На месте строки %1 стоит другая.</translation>
    </message>
    <message>
        <source>Other rows stand in the place of rows %1 to %2.</source>
        <translation>На месте строк с %1 по %2 стоят другие.</translation>
    </message>
    <message>
        <source>The rows were sealed with another key than this profile&apos;s.</source>
        <translation>Строки запечатаны не ключом этого профиля, а другим.</translation>
    </message>
    <message>
        <source>The file audit.anchor is gone: rows may have been cut off.</source>
        <translation>Файл audit.anchor пропал: возможно, часть строк отрезана.</translation>
    </message>
    <message>
        <source>The file audit.anchor was changed: rows may have been cut off.</source>
        <translation>Файл audit.anchor изменён: возможно, часть строк отрезана.</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>Пока ничего не записано.</translation>
    </message>
    <message numerus="yes">
        <source>No row has been sealed with the present key yet; the %Ln row(s) from before cannot be checked.</source>
        <translation>
            <numerusform>Нынешним ключом ещё не запечатана ни одна строка; %Ln прежнюю строку проверить нельзя.</numerusform>
            <numerusform>Нынешним ключом ещё не запечатана ни одна строка; %Ln прежние строки проверить нельзя.</numerusform>
            <numerusform>Нынешним ключом ещё не запечатана ни одна строка; %Ln прежних строк проверить нельзя.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sound: %Ln row(s), sealed since %1.</source>
        <translation>
            <numerusform>Нарушений нет: проверена %Ln строка, журнал запечатан с %1.</numerusform>
            <numerusform>Нарушений нет: проверены %Ln строки, журнал запечатан с %1.</numerusform>
            <numerusform>Нарушений нет: проверено %Ln строк, журнал запечатан с %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier row(s) are as they were then.</source>
        <translation>
            <numerusform>%Ln прежняя строка осталась такой, какой была тогда.</numerusform>
            <numerusform>%Ln прежние строки остались такими, какими были тогда.</numerusform>
            <numerusform>%Ln прежних строк остались такими, какими были тогда.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sound.</source>
        <translation>Есть нарушения.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>И ещё %Ln.</numerusform>
            <numerusform>И ещё %Ln.</numerusform>
            <numerusform>И ещё %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>This was not done by the program: find out who can write its files, and compare with a back-up.</source>
        <translation>Это сделала не программа: выясните, кто может писать в её файлы, и сравните с резервной копией.</translation>
    </message>
    <message>
        <source>Change of a code undone</source>
        <translation>Изменение кода отменено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s)</source>
        <translation>
            <numerusform>%Ln код</numerusform>
            <numerusform>%Ln кода</numerusform>
            <numerusform>%Ln кодов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln правило</numerusform>
            <numerusform>%Ln правила</numerusform>
            <numerusform>%Ln правил</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <comment>a number</comment>
        <translation>%1, теперь %2</translation>
    </message>
    <message>
        <source>Rows were changed</source>
        <translation>Строки изменены</translation>
    </message>
    <message>
        <source>Rows were removed</source>
        <translation>Строки удалены</translation>
    </message>
    <message>
        <source>Rows were inserted</source>
        <translation>Строки вставлены</translation>
    </message>
    <message>
        <source>Rows are not in their places</source>
        <translation>Строки не на своих местах</translation>
    </message>
    <message>
        <source>The newest rows were cut off</source>
        <translation>Последние строки отрезаны</translation>
    </message>
    <message>
        <source>Other rows stand in their place</source>
        <translation>На их месте другие строки</translation>
    </message>
    <message>
        <source>Sealed with another key</source>
        <translation>Запечатано другим ключом</translation>
    </message>
    <message>
        <source>The file audit.anchor was gone</source>
        <translation>Файла audit.anchor не было</translation>
    </message>
    <message>
        <source>The file audit.anchor was changed</source>
        <translation>Файл audit.anchor изменён</translation>
    </message>
    <message>
        <source>Nothing was given back</source>
        <translation>Место не освободилось</translation>
    </message>
    <message>
        <source>%1 given back</source>
        <translation>Освобождено: %1</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>Любой номер</translation>
    </message>
    <message>
        <source>Keyring of the system</source>
        <translation>Системное хранилище ключей</translation>
    </message>
    <message>
        <source>Sealed file of the profile</source>
        <translation>Запечатанный файл профиля</translation>
    </message>
    <message>
        <source>Memory, until the program ends</source>
        <translation>Память, до завершения программы</translation>
    </message>
</context>
<context>
    <name>smsauth::CleanupHistory</name>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Консоль</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Командная строка</translation>
    </message>
    <message>
        <source>Stopped before its end: %1</source>
        <translation>Прервано до завершения: %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing to remove in %Ln run(s)</source>
        <translation>
            <numerusform>Удалять было нечего: %Ln запуск</numerusform>
            <numerusform>Удалять было нечего: %Ln запуска</numerusform>
            <numerusform>Удалять было нечего: %Ln запусков</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>Nothing to remove</source>
        <translation>Удалять было нечего</translation>
    </message>
    <message numerus="yes">
        <source>Removed %Ln code(s)</source>
        <translation>
            <numerusform>Удалён %Ln код</numerusform>
            <numerusform>Удалены %Ln кода</numerusform>
            <numerusform>Удалено %Ln кодов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln row(s) of the send log</source>
        <translation>
            <numerusform> и %Ln строка журнала</numerusform>
            <numerusform> и %Ln строки журнала</numerusform>
            <numerusform> и %Ln строк журнала</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>No cleanup yet.</source>
        <translation>Очисток пока не было.</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Показать меньше</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln line(s)</source>
        <translation>
            <numerusform>Показать всю %Ln строку</numerusform>
            <numerusform>Показать все %Ln строки</numerusform>
            <numerusform>Показать все %Ln строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CleanupPanel</name>
    <message>
        <source>Cleanup</source>
        <translation>Очистка</translation>
    </message>
</context>
<context>
    <name>smsauth::CleanupSettings</name>
    <message>
        <source>Time between two cleanups</source>
        <translation>Время между очистками</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Применить</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Последний запуск</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Следующий запуск</translation>
    </message>
    <message>
        <source>Send log</source>
        <translation>Журнал отправки</translation>
    </message>
    <message>
        <source>Rows that are older, and the oldest beyond the number, go with the next cleanup.</source>
        <translation>Более старые строки и лишние сверх этого числа удалит следующая очистка.</translation>
    </message>
    <message>
        <source>Days to keep the send log</source>
        <translation>Сколько дней хранить журнал отправки</translation>
    </message>
    <message>
        <source> days</source>
        <translation> дн.</translation>
    </message>
    <message>
        <source>Rows of the send log to keep at most</source>
        <translation>Наибольшее число строк журнала отправки</translation>
    </message>
    <message>
        <source> rows</source>
        <translation> строк</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Хранить</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Не больше</translation>
    </message>
    <message numerus="yes">
        <source>%1: removed %Ln code(s)</source>
        <translation>
            <numerusform>%1: удалён %Ln код</numerusform>
            <numerusform>%1: удалено %Ln кода</numerusform>
            <numerusform>%1: удалено %Ln кодов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %Ln row(s) of the send log</source>
        <translation>
            <numerusform> и %Ln строка журнала</numerusform>
            <numerusform> и %Ln строки журнала</numerusform>
            <numerusform> и %Ln строк журнала</numerusform>
        </translation>
    </message>
    <message>
        <source>Only when you ask for it</source>
        <translation>Только по вашей команде</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>In %1, at %2</source>
        <translation>Через %1, в %2</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>Применено.</translation>
    </message>
    <message>
        <source>Clean up by &amp;itself</source>
        <translation>Очищать &amp;автоматически</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Как часто</translation>
    </message>
    <message>
        <source>every</source>
        <comment>cleanup every 10 minutes</comment>
        <translation>каждые</translation>
    </message>
    <message>
        <source>daily at</source>
        <comment>cleanup daily at 03:30</comment>
        <translation>ежедневно в</translation>
    </message>
    <message>
        <source>Time of the daily cleanup</source>
        <translation>Время ежедневной очистки</translation>
    </message>
    <message>
        <source>Read agai&amp;n</source>
        <translation>П&amp;рочитать снова</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
</context>
<context>
    <name>smsauth::Closing</name>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>The server is still running.</source>
        <translation>Сервер ещё работает.</translation>
    </message>
    <message>
        <source>Apps can go on using it while its window is in the tray.</source>
        <translation>Приложения могут пользоваться им и дальше, пока окно скрыто в области уведомлений.</translation>
    </message>
    <message>
        <source>Apps can go on using it while its window is minimised.</source>
        <translation>Приложения могут пользоваться им и дальше, пока окно свёрнуто.</translation>
    </message>
    <message>
        <source>Do this every time</source>
        <translation>Поступать так всегда</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Оставить в области уведомлений</translation>
    </message>
    <message>
        <source>Keep running, minimised</source>
        <translation>Оставить работать, свернуть</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Остановить и выйти</translation>
    </message>
    <message>
        <source>When the window is &amp;closed</source>
        <translation>При &amp;закрытии окна</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Спрашивать</translation>
    </message>
    <message>
        <source>&amp;Keep the server running</source>
        <translation>О&amp;ставить сервер работать</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>&amp;Остановить и выйти</translation>
    </message>
</context>
<context>
    <name>smsauth::CodeActions</name>
    <message>
        <source>&amp;Copy code</source>
        <translation>&amp;Копировать код</translation>
    </message>
    <message>
        <source>&amp;Reveal…</source>
        <translation>&amp;Показать…</translation>
    </message>
    <message>
        <source>Show in send log</source>
        <translation>Показать в журнале</translation>
    </message>
    <message>
        <source>Reveal the code</source>
        <translation>Показать код</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>More to do with this code</source>
        <translation>Другие действия с этим кодом</translation>
    </message>
    <message>
        <source>Send a new code</source>
        <translation>Отправить новый код</translation>
    </message>
    <message>
        <source>Five minutes more</source>
        <translation>Ещё пять минут</translation>
    </message>
    <message>
        <source>Expire now</source>
        <translation>Завершить срок сейчас</translation>
    </message>
    <message>
        <source>Delete this code</source>
        <translation>Удалить этот код</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Reveal a code</source>
        <translation>Показать код</translation>
    </message>
    <message>
        <source>Reveal the code of %1?</source>
        <translation>Показать код для %1?</translation>
    </message>
    <message>
        <source>Whoever has it can sign in as this person. That you have looked is written to the audit trail.</source>
        <translation>С ним можно войти от имени этого человека. Просмотр записывается в журнал аудита.</translation>
    </message>
    <message>
        <source>A new code is on its way.</source>
        <translation>Новый код отправлен.</translation>
    </message>
    <message>
        <source>The code is valid for five minutes more.</source>
        <translation>Код действует ещё пять минут.</translation>
    </message>
    <message>
        <source>The code has expired.</source>
        <translation>Срок кода завершён.</translation>
    </message>
    <message>
        <source>Ver&amp;ify with it</source>
        <translation>Во&amp;йти с ним</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>This could not be taken back.</source>
        <translation>Отменить это не удалось.</translation>
    </message>
</context>
<context>
    <name>smsauth::CodeDelegate</name>
    <message>
        <source>Copy the code (Ctrl+C)</source>
        <translation>Скопировать код (Ctrl+C)</translation>
    </message>
</context>
<context>
    <name>smsauth::CodeTexts</name>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>The key of this code is gone.</source>
        <translation>Ключ этого кода утрачен.</translation>
    </message>
    <message>
        <source>Codes are hidden in live mode.</source>
        <translation>В боевом режиме коды скрыты.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>wrong tries / tries allowed</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Запрошен</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>Was valid until</source>
        <translation>Действовал до</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Назначение</translation>
    </message>
    <message>
        <source>Change of number</source>
        <translation>Смена номера</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message numerus="yes">
        <source>%Ln wrong try(s)</source>
        <translation>
            <numerusform>%Ln неверная попытка</numerusform>
            <numerusform>%Ln неверные попытки</numerusform>
            <numerusform>%Ln неверных попыток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::CodesPanel</name>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>Filter codes by phone</source>
        <translation>Отбор кодов по номеру</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>No codes for this phone.</source>
        <translation>Для этого номера кодов нет.</translation>
    </message>
    <message>
        <source>No live codes for this phone.</source>
        <translation>Для этого номера нет действующих кодов.</translation>
    </message>
    <message>
        <source>No codes yet. They appear here when an app calls POST %1.</source>
        <translation>Кодов пока нет. Они появятся, когда приложение вызовет POST %1.</translation>
    </message>
    <message>
        <source>No live codes. They appear here when an app calls POST %1.</source>
        <translation>Действующих кодов нет. Они появятся, когда приложение вызовет POST %1.</translation>
    </message>
    <message>
        <source>The server is stopped: press F5 to start it.</source>
        <translation>Сервер остановлен: нажмите F5, чтобы запустить его.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Choose a code to see what happened to it.</source>
        <translation>Выберите код, чтобы узнать его историю.</translation>
    </message>
    <message>
        <source>Code of %1 deleted.</source>
        <translation>Код для %1 удалён.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Show finishe&amp;d codes</source>
        <translation>Показать &amp;завершённые коды</translation>
    </message>
</context>
<context>
    <name>smsauth::CommandField</name>
    <message>
        <source>Nothing is called so. Try another word.</source>
        <translation>Ничего с таким названием нет. Попробуйте другое слово.</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Найти действие</translation>
    </message>
    <message>
        <source>Words of an action</source>
        <translation>Слова действия</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Что вы хотите сделать?</translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation>Подходящие действия</translation>
    </message>
</context>
<context>
    <name>smsauth::CoreText</name>
    <message>
        <source>The code is no longer there.</source>
        <translation>Этого кода больше нет.</translation>
    </message>
    <message>
        <source>The user is no longer there.</source>
        <translation>Этого пользователя больше нет.</translation>
    </message>
    <message>
        <source>The code is no longer valid.</source>
        <translation>Код больше не действует.</translation>
    </message>
    <message>
        <source>The code was used, replaced or cleared away meanwhile.</source>
        <translation>Код тем временем использован, заменён или удалён.</translation>
    </message>
    <message>
        <source>The key that sealed this code is gone.</source>
        <translation>Ключ, которым был запечатан этот код, утрачен.</translation>
    </message>
    <message>
        <source>Another user has this number.</source>
        <translation>Этот номер уже есть у другого пользователя.</translation>
    </message>
    <message>
        <source>Codes get more time only in simulated mode.</source>
        <translation>Продлить код можно только в режиме симуляции.</translation>
    </message>
    <message>
        <source>Codes can be read only in simulated mode.</source>
        <translation>Прочитать код можно только в режиме симуляции.</translation>
    </message>
    <message>
        <source>Test numbers and faults work only in simulated mode.</source>
        <translation>Тестовые номера и сбои работают только в режиме симуляции.</translation>
    </message>
    <message>
        <source>The message is no longer in the log.</source>
        <translation>Этого сообщения больше нет в журнале.</translation>
    </message>
    <message>
        <source>The message is still on its way.</source>
        <translation>Сообщение ещё в пути.</translation>
    </message>
    <message>
        <source>It was a test message: send another one from the page of the gateway.</source>
        <translation>Это было пробное сообщение: отправьте новое со страницы шлюза.</translation>
    </message>
    <message>
        <source>It was about a change of number: only the app of that user can ask for it again.</source>
        <translation>Сообщение касалось смены номера: запросить его снова может только приложение этого пользователя.</translation>
    </message>
    <message>
        <source>The server is stopped, so nothing would be sent.</source>
        <translation>Сервер остановлен, поэтому ничего не было бы отправлено.</translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation>Сервер останавливается.</translation>
    </message>
    <message>
        <source>Too much waits to be stored.</source>
        <translation>Слишком многое ожидает записи в базу данных.</translation>
    </message>
    <message>
        <source>A back-up is being written.</source>
        <translation>Создаётся резервная копия.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>Выгрузка отменена.</translation>
    </message>
    <message>
        <source>The back-up was cancelled.</source>
        <translation>Копирование отменено.</translation>
    </message>
    <message>
        <source>Other settings are being tried now.</source>
        <translation>Сейчас проверяются другие настройки.</translation>
    </message>
    <message>
        <source>Nobody waits for this answer any more.</source>
        <translation>Этого ответа больше никто не ждёт.</translation>
    </message>
    <message>
        <source>The key that it was sealed with is lost.</source>
        <translation>Ключ, которым это было запечатано, утрачен.</translation>
    </message>
    <message>
        <source>This database was made by an earlier version and has to be rebuilt once.</source>
        <translation>База данных создана прежней версией, и её нужно один раз перестроить.</translation>
    </message>
    <message>
        <source>Another run is under way.</source>
        <translation>Уже идёт другой прогон.</translation>
    </message>
    <message>
        <source>The answer of the server cannot be read.</source>
        <translation>Не удалось прочитать ответ сервера.</translation>
    </message>
    <message>
        <source>Limit of a number reached: %1 within %2 s.</source>
        <translation>Достигнуто ограничение на номер: %1 за %2 с.</translation>
    </message>
    <message>
        <source>Limit of a client&apos;s address reached: %1 within %2 s.</source>
        <translation>Достигнуто ограничение на адрес клиента: %1 за %2 с.</translation>
    </message>
    <message>
        <source>Limit of neighbouring numbers reached: %1 within %2 s.</source>
        <translation>Достигнуто ограничение на соседние номера: %1 за %2 с.</translation>
    </message>
    <message>
        <source>Limit of a country reached: %1 within %2 s.</source>
        <translation>Достигнуто ограничение на страну: %1 за %2 с.</translation>
    </message>
    <message>
        <source>Limit of all sign-ins together reached: %1 within %2 s.</source>
        <translation>Достигнуто общее ограничение на все входы: %1 за %2 с.</translation>
    </message>
    <message>
        <source>%1 Further refusals of this hour are not listed.</source>
        <translation>%1 Дальнейшие отказы за этот час не перечислены.</translation>
    </message>
    <message>
        <source>Numbers of the country %1 are not allowed.</source>
        <translation>Номера страны %1 не разрешены.</translation>
    </message>
    <message>
        <source>Too many wrong codes were tried.</source>
        <translation>Слишком много попыток с неверным кодом.</translation>
    </message>
    <message>
        <source>A test rule locks this number.</source>
        <translation>Этот номер закрыт тестовым правилом.</translation>
    </message>
    <message>
        <source>The last code of this number is too young.</source>
        <translation>С последнего кода для этого номера прошло слишком мало времени.</translation>
    </message>
    <message>
        <source>The user of the token does not exist or is blocked.</source>
        <translation>Пользователь этого токена не существует или заблокирован.</translation>
    </message>
    <message>
        <source>Its code was ended by hand.</source>
        <translation>Срок его кода завершён вручную.</translation>
    </message>
    <message>
        <source>Its code was deleted.</source>
        <translation>Его код удалён.</translation>
    </message>
    <message>
        <source>A newer code replaced it.</source>
        <translation>Его заменил более новый код.</translation>
    </message>
    <message>
        <source>A back-up was restored.</source>
        <translation>База данных восстановлена из резервной копии.</translation>
    </message>
    <message>
        <source>The key that sealed it is lost.</source>
        <translation>Ключ, которым это запечатано, утрачен.</translation>
    </message>
    <message>
        <source>The gateway was changed before it could be sent.</source>
        <translation>Шлюз сменили до отправки сообщения.</translation>
    </message>
    <message>
        <source>The code ran out before it could be sent.</source>
        <translation>Срок кода вышел до отправки сообщения.</translation>
    </message>
    <message>
        <source>Not sent: the code had run out.</source>
        <translation>Не отправлено: срок кода уже вышел.</translation>
    </message>
    <message>
        <source>Not accepted before the code ran out. %1</source>
        <translation>Не принято, пока действовал код. %1</translation>
    </message>
    <message>
        <source>It may have gone out, but the gateway did not say so. %1</source>
        <translation>Возможно, сообщение ушло, но шлюз этого не подтвердил. %1</translation>
    </message>
    <message>
        <source>HTTP status %1, as a test rule wants it.</source>
        <translation>HTTP-статус %1, как задано тестовым правилом.</translation>
    </message>
    <message>
        <source>No answer in time, as a test rule wants it.</source>
        <translation>Нет ответа вовремя, как задано тестовым правилом.</translation>
    </message>
    <message>
        <source>HTTP status %1 without an explanation.</source>
        <translation>HTTP-статус %1 без объяснения.</translation>
    </message>
    <message>
        <source>No complete answer came within %1 s.</source>
        <translation>Полный ответ не пришёл за %1 с.</translation>
    </message>
    <message>
        <source>There was no connection within %1 s.</source>
        <translation>Соединение не установлено за %1 с.</translation>
    </message>
    <message>
        <source>The connection was refused.</source>
        <translation>В соединении отказано.</translation>
    </message>
    <message>
        <source>The connection was closed before the answer was complete.</source>
        <translation>Соединение закрыто до получения полного ответа.</translation>
    </message>
    <message>
        <source>The host name of the gateway has no address.</source>
        <translation>У имени узла шлюза нет адреса.</translation>
    </message>
    <message>
        <source>The host name of the gateway leads to an address that no gateway has.</source>
        <translation>Имя узла шлюза ведёт на адрес, которого у шлюзов не бывает.</translation>
    </message>
    <message>
        <source>The host name of the gateway leads to a private address; SMS_AUTH_GATEWAY_PRIVATE allows that.</source>
        <translation>Имя узла шлюза ведёт на частный адрес; это разрешает SMS_AUTH_GATEWAY_PRIVATE.</translation>
    </message>
    <message>
        <source>Plain http is only for gateways at private addresses.</source>
        <translation>Протокол http без шифрования допустим только для шлюзов на частных адресах.</translation>
    </message>
    <message>
        <source>The encrypted connection was refused: the handshake failed.</source>
        <translation>В зашифрованном соединении отказано: рукопожатие не удалось.</translation>
    </message>
    <message>
        <source>The encrypted connection was refused. %1</source>
        <translation>В зашифрованном соединении отказано. %1</translation>
    </message>
    <message>
        <source>The network failed (%1).</source>
        <translation>Сбой сети (%1).</translation>
    </message>
    <message>
        <source>The address of the gateway is no whole URL.</source>
        <translation>Адрес шлюза — не полный URL.</translation>
    </message>
    <message>
        <source>The address of the gateway must not have a query.</source>
        <translation>В адресе шлюза не должно быть строки запроса.</translation>
    </message>
    <message>
        <source>The address of the gateway must not hold credentials or a fragment.</source>
        <translation>В адресе шлюза не должно быть учётных данных или фрагмента.</translation>
    </message>
    <message>
        <source>The URL has a “..” in its path.</source>
        <translation>В пути URL есть «..».</translation>
    </message>
    <message>
        <source>A control character stands in the header %1.</source>
        <translation>В заголовке %1 есть управляющий символ.</translation>
    </message>
    <message>
        <source>A colon stands in the login, which Basic authentication cannot carry.</source>
        <translation>В логине есть двоеточие, а Basic-аутентификация его не передаёт.</translation>
    </message>
    <message>
        <source>%1.%2 is not set.</source>
        <translation>Не задано: %1.%2.</translation>
    </message>
    <message>
        <source>%1: %2 is not set.</source>
        <translation>%1: не задано %2.</translation>
    </message>
    <message>
        <source>The simulator sends nothing over the network.</source>
        <translation>Симулятор ничего не отправляет по сети.</translation>
    </message>
    <message>
        <source>No gateway has the id %1.</source>
        <translation>Нет шлюза с ID %1.</translation>
    </message>
    <message>
        <source>No description of a gateway has the id %1.</source>
        <translation>Нет описания шлюза с ID %1.</translation>
    </message>
    <message>
        <source>The profile has no gateway %1.</source>
        <translation>В профиле нет шлюза %1.</translation>
    </message>
    <message>
        <source>This gateway is in use; choose another one first.</source>
        <translation>Этот шлюз используется; сначала выберите другой.</translation>
    </message>
    <message>
        <source>This gateway has no request that tests credentials.</source>
        <translation>У этого шлюза нет запроса для проверки учётных данных.</translation>
    </message>
    <message>
        <source>This gateway has no request for the balance.</source>
        <translation>У этого шлюза нет запроса баланса.</translation>
    </message>
    <message>
        <source>%1 is a gateway of the program itself; give yours another id.</source>
        <translation>%1 — шлюз самой программы; дайте своему другой ID.</translation>
    </message>
    <message>
        <source>%1.json: this id belongs to a gateway of the program itself.</source>
        <translation>%1.json: этот ID принадлежит шлюзу самой программы.</translation>
    </message>
    <message>
        <source>Port %1 is in use by %2 (process %3).</source>
        <translation>Порт %1 занят программой %2 (процесс %3).</translation>
    </message>
    <message>
        <source>Port %1 is in use.</source>
        <translation>Порт %1 занят.</translation>
    </message>
    <message>
        <source>The profile %1 is in use by process %2.</source>
        <translation>Профиль %1 занят процессом %2.</translation>
    </message>
    <message>
        <source>The profile %1 is in use by another process.</source>
        <translation>Профиль %1 занят другим процессом.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. The system says: %2</source>
        <translation>Не удалось создать папку %1. Система сообщает: %2</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1 — не папка.</translation>
    </message>
    <message>
        <source>%1 cannot be a profile: give it a folder of its own.</source>
        <translation>%1 не может быть профилем: дайте ему отдельную папку.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be closed to others.</source>
        <translation>Не удалось закрыть папку %1 от других.</translation>
    </message>
    <message>
        <source>The file %1 cannot be closed to others.</source>
        <translation>Не удалось закрыть файл %1 от других.</translation>
    </message>
    <message>
        <source>There is no permission to write in %1.</source>
        <translation>Нет права на запись в %1.</translation>
    </message>
    <message>
        <source>There is no folder for the profile.</source>
        <translation>Нет папки для профиля.</translation>
    </message>
    <message>
        <source>The token could not be signed.</source>
        <translation>Не удалось подписать токен.</translation>
    </message>
    <message>
        <source>The secret token_key needs at least %1 bytes.</source>
        <translation>Для секрета token_key нужно не менее %1 байт.</translation>
    </message>
    <message>
        <source>The secret token_signing_key is no private key (P-256) in PEM form.</source>
        <translation>Секрет token_signing_key — не закрытый ключ (P-256) в формате PEM.</translation>
    </message>
    <message>
        <source>It is no token.</source>
        <translation>Это не токен.</translation>
    </message>
    <message>
        <source>Its algorithm is not the one of this server.</source>
        <translation>Его алгоритм не тот, что у этого сервера.</translation>
    </message>
    <message>
        <source>Its type is not JWT.</source>
        <translation>Его тип не JWT.</translation>
    </message>
    <message>
        <source>It was signed with another key.</source>
        <translation>Он подписан другим ключом.</translation>
    </message>
    <message>
        <source>Its signature is wrong.</source>
        <translation>Его подпись неверна.</translation>
    </message>
    <message>
        <source>Another issuer made it.</source>
        <translation>Его выпустил другой издатель.</translation>
    </message>
    <message>
        <source>It was made for another audience.</source>
        <translation>Он выпущен для другого получателя (aud).</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>Он истёк.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Он ещё не действует.</translation>
    </message>
    <message>
        <source>It names no user.</source>
        <translation>В нём не указан пользователь.</translation>
    </message>
    <message>
        <source>%1 cannot be written. The system says: %2</source>
        <translation>Не удалось записать %1. Система сообщает: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read. The system says: %2</source>
        <translation>Не удалось прочитать %1. Система сообщает: %2</translation>
    </message>
    <message>
        <source>%1 cannot be opened. The system says: %2</source>
        <translation>Не удалось открыть %1. Система сообщает: %2</translation>
    </message>
    <message>
        <source>%1 cannot be made. The system says: %2</source>
        <translation>Не удалось создать %1. Система сообщает: %2</translation>
    </message>
    <message>
        <source>%1 cannot be closed to others. The system says: %2</source>
        <translation>Не удалось закрыть %1 от других. Система сообщает: %2</translation>
    </message>
    <message>
        <source>The file cannot be removed. The system says: %1</source>
        <translation>Не удалось удалить файл. Система сообщает: %1</translation>
    </message>
    <message>
        <source>It cannot be read. The system says: %1</source>
        <translation>Прочитать не удалось. Система сообщает: %1</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>Файл %1 уже есть.</translation>
    </message>
    <message>
        <source>%1 lies in the folder of a profile.</source>
        <translation>%1 находится в папке профиля.</translation>
    </message>
    <message>
        <source>%1 is not a file that can be read.</source>
        <translation>%1 — не файл, который можно прочитать.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes.</source>
        <translation>%1 больше %2 байт.</translation>
    </message>
    <message>
        <source>%1 is a link: name the file itself (SMS_AUTH_DATABASE).</source>
        <translation>%1 — ссылка: укажите сам файл (SMS_AUTH_DATABASE).</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 — не файл.</translation>
    </message>
    <message>
        <source>%1 belongs to another user.</source>
        <translation>%1 принадлежит другому пользователю.</translation>
    </message>
    <message>
        <source>%1 is not a database.</source>
        <translation>%1 — не база данных.</translation>
    </message>
    <message>
        <source>%1 is no name of a file.</source>
        <translation>%1 — не имя файла.</translation>
    </message>
    <message>
        <source>%1 is the database itself.</source>
        <translation>%1 — это сама база данных.</translation>
    </message>
    <message>
        <source>%1 is not a plain file.</source>
        <translation>%1 — не обычный файл.</translation>
    </message>
    <message>
        <source>Too many unfinished copies lie beside it.</source>
        <translation>Рядом лежит слишком много незавершённых копий.</translation>
    </message>
    <message>
        <source>%1 cannot be restored. %2</source>
        <translation>Не удалось восстановить %1. %2</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Такого файла нет.</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>Это не файл.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Файл пуст.</translation>
    </message>
    <message>
        <source>It is not a database.</source>
        <translation>Это не база данных.</translation>
    </message>
    <message>
        <source>It is the database that is in use.</source>
        <translation>Это база данных, которая сейчас используется.</translation>
    </message>
    <message>
        <source>It is damaged. The database says: %1</source>
        <translation>Файл повреждён. База данных сообщает: %1</translation>
    </message>
    <message>
        <source>It has triggers or views, which no database of this program has.</source>
        <translation>В ней есть триггеры или представления, которых не бывает в базах данных этой программы.</translation>
    </message>
    <message>
        <source>The database has version %1, this program knows %2. Use a newer program.</source>
        <translation>Версия базы данных — %1, эта программа знает %2. Нужна более новая программа.</translation>
    </message>
    <message>
        <source>The back-up cannot be prepared. %1</source>
        <translation>Не удалось подготовить резервную копию. %1</translation>
    </message>
    <message>
        <source>Its log could not be written back.</source>
        <translation>Не удалось перенести её журнал в файл базы.</translation>
    </message>
    <message>
        <source>The database cannot be put aside as %1. The system says: %2</source>
        <translation>Не удалось отложить базу данных под именем %1. Система сообщает: %2</translation>
    </message>
    <message>
        <source>The back-up cannot be put in the place of the database. The system says: %1</source>
        <translation>Не удалось поставить резервную копию на место базы данных. Система сообщает: %1</translation>
    </message>
    <message>
        <source>The database lies in %1 and cannot be put back. The system says: %2</source>
        <translation>База данных лежит в %1, и вернуть её на место не удалось. Система сообщает: %2</translation>
    </message>
    <message>
        <source>An earlier failure undid this as well.</source>
        <translation>Более ранний сбой отменил и это.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Связка ключей заблокирована.</translation>
    </message>
    <message>
        <source>The keyring service has no default keyring.</source>
        <translation>У службы связки ключей нет связки по умолчанию.</translation>
    </message>
    <message>
        <source>No keyring service runs in this session.</source>
        <translation>В этом сеансе не работает служба связки ключей.</translation>
    </message>
    <message>
        <source>There is no session bus and so no keyring.</source>
        <translation>Нет шины сеанса, а значит, и связки ключей.</translation>
    </message>
    <message>
        <source>The keyring service does not answer.</source>
        <translation>Служба связки ключей не отвечает.</translation>
    </message>
    <message>
        <source>The keyring has no such entry.</source>
        <translation>В связке ключей нет такой записи.</translation>
    </message>
    <message>
        <source>The keyring denies access.</source>
        <translation>Связка ключей отказывает в доступе.</translation>
    </message>
    <message>
        <source>The keyring did not remove %1.</source>
        <translation>Связка ключей не удалила %1.</translation>
    </message>
    <message>
        <source>The keyring did not answer in time.</source>
        <translation>Связка ключей не ответила вовремя.</translation>
    </message>
    <message>
        <source>The keyring service went away.</source>
        <translation>Служба связки ключей завершилась.</translation>
    </message>
    <message>
        <source>The keyring was not unlocked in time.</source>
        <translation>Связку ключей не разблокировали вовремя.</translation>
    </message>
    <message>
        <source>The keyring was not unlocked.</source>
        <translation>Связку ключей не разблокировали.</translation>
    </message>
    <message>
        <source>The keyring says: %1</source>
        <translation>Связка ключей сообщает: %1</translation>
    </message>
    <message>
        <source>No secret is named %1.</source>
        <translation>Секрета с именем %1 нет.</translation>
    </message>
    <message>
        <source>No secret has such a name.</source>
        <translation>Секрета с таким именем быть не может.</translation>
    </message>
    <message>
        <source>The secret store is busy.</source>
        <translation>Хранилище секретов занято.</translation>
    </message>
    <message>
        <source>The name of a secret has letters, digits, “.”, “_” and “-” only.</source>
        <translation>В имени секрета допустимы только буквы, цифры, «.», «_» и «-».</translation>
    </message>
    <message>
        <source>%1: a secret cannot be empty.</source>
        <translation>%1: секрет не может быть пустым.</translation>
    </message>
    <message>
        <source>%1 comes from the environment and cannot be changed here.</source>
        <translation>%1 задаётся в окружении, изменить здесь нельзя.</translation>
    </message>
    <message>
        <source>%1 comes from the credentials of the service and cannot be changed here.</source>
        <translation>%1 задаётся в учётных данных службы, изменить здесь нельзя.</translation>
    </message>
    <message>
        <source>%1 is forgotten for this run. The keyring cannot be reached and may still hold it.</source>
        <translation>Секрет %1 забыт до конца этого запуска. Связка ключей недоступна и, возможно, всё ещё хранит его.</translation>
    </message>
    <message>
        <source>%1 is forgotten for this run. The sealed file cannot be written and may still hold it.</source>
        <translation>Секрет %1 забыт до конца этого запуска. Запечатанный файл не удаётся записать, и он, возможно, всё ещё хранит его.</translation>
    </message>
    <message>
        <source>The keyring did not keep the key %1.</source>
        <translation>Связка ключей не сохранила ключ %1.</translation>
    </message>
    <message>
        <source>The sealed file did not keep the key %1.</source>
        <translation>Запечатанный файл не сохранил ключ %1.</translation>
    </message>
    <message>
        <source>%1 This profile keeps its keys in the keyring (SMS_AUTH_SECRETS).</source>
        <translation>%1 Этот профиль хранит ключи в связке ключей (SMS_AUTH_SECRETS).</translation>
    </message>
    <message>
        <source>%1 This profile keeps its keys in a sealed file (SMS_AUTH_SECRETS).</source>
        <translation>%1 Этот профиль хранит ключи в запечатанном файле (SMS_AUTH_SECRETS).</translation>
    </message>
    <message>
        <source>%1 This profile keeps its keys in memory (SMS_AUTH_SECRETS).</source>
        <translation>%1 Этот профиль хранит ключи в памяти (SMS_AUTH_SECRETS).</translation>
    </message>
    <message>
        <source>The key that seals codes has a wrong size.</source>
        <translation>У ключа, которым запечатываются коды, неверный размер.</translation>
    </message>
    <message>
        <source>The sealed file %1 needs its passphrase.</source>
        <translation>Для запечатанного файла %1 нужна парольная фраза.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or %1 is damaged.</source>
        <translation>Парольная фраза неверна, или файл %1 повреждён.</translation>
    </message>
    <message>
        <source>%1 would become too large.</source>
        <translation>%1 стал бы слишком большим.</translation>
    </message>
    <message>
        <source>It is not a sealed file of this program.</source>
        <translation>Это не запечатанный файл этой программы.</translation>
    </message>
    <message>
        <source>Its beginning is damaged.</source>
        <translation>Его начало повреждено.</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase (%1 MiB).</source>
        <translation>Не хватает памяти для проверки парольной фразы (%1 МиБ).</translation>
    </message>
    <message>
        <source>%1 does not name a secret store and its space.</source>
        <translation>В файле %1 не указаны хранилище секретов и его пространство.</translation>
    </message>
    <message>
        <source>The choice of the secret store cannot be kept. %1</source>
        <translation>Не удалось сохранить выбор хранилища секретов. %1</translation>
    </message>
    <message>
        <source>The credential %1 is empty.</source>
        <translation>Учётные данные %1 пусты.</translation>
    </message>
    <message>
        <source>The profile is open with its secrets. Choose the store in the settings; it counts from the next start on.</source>
        <translation>Профиль открыт вместе со своими секретами. Выберите хранилище в настройках; выбор подействует со следующего запуска.</translation>
    </message>
    <message>
        <source>Live mode needs a keyring that is ready. %1 Unlock or start one, or set SMS_AUTH_SECRETS to file (a sealed file with a passphrase), keyring, or memory (lost at every restart).</source>
        <translation>Для боевого режима нужна готовая связка ключей. %1 Разблокируйте или запустите её либо задайте SMS_AUTH_SECRETS: file (запечатанный файл с парольной фразой), keyring или memory (теряется при каждом перезапуске).</translation>
    </message>
    <message>
        <source>No server answers at %1. %2</source>
        <translation>По адресу %1 не отвечает ни один сервер. %2</translation>
    </message>
    <message>
        <source>%1 shows no simulated phone to this computer (status %2): it is in live mode, where each flow would send an SMS, or it is no SMS Auth server.</source>
        <translation>%1 не показывает этому компьютеру симулятор телефона (статус %2): там боевой режим, где каждый вход отправил бы SMS, или это не сервер SMS Auth.</translation>
    </message>
    <message>
        <source>The address of the server is no http or https URL.</source>
        <translation>Адрес сервера — не URL с http или https.</translation>
    </message>
    <message>
        <source>The number of parallel flows must be 1 to %1.</source>
        <translation>Число одновременных входов должно быть от 1 до %1.</translation>
    </message>
    <message>
        <source>The rate must be 0 to %1 flows a second.</source>
        <translation>Темп должен быть от 0 до %1 входов в секунду.</translation>
    </message>
    <message>
        <source>The number of flows must be 1 to %1.</source>
        <translation>Число входов должно быть от 1 до %1.</translation>
    </message>
    <message>
        <source>A first phone number is needed.</source>
        <translation>Нужен первый номер телефона.</translation>
    </message>
    <message>
        <source>Counting up from %1, number %2 (%3) is not a valid phone number.</source>
        <translation>Если считать от %1, то %2-й номер (%3) не является номером телефона.</translation>
    </message>
    <message>
        <source>No answer came within %1 s.</source>
        <translation>Ответ не пришёл за %1 с.</translation>
    </message>
    <message>
        <source>The connection ended within the answer.</source>
        <translation>Соединение прервалось посреди ответа.</translation>
    </message>
    <message>
        <source>The head of the answer is too long.</source>
        <translation>Заголовок ответа слишком длинный.</translation>
    </message>
    <message>
        <source>The answer is too long.</source>
        <translation>Ответ слишком длинный.</translation>
    </message>
    <message>
        <source>A chunk of the answer is longer than it says.</source>
        <translation>Фрагмент ответа длиннее, чем в нём указано.</translation>
    </message>
    <message>
        <source>The size of a chunk is malformed.</source>
        <translation>Размер фрагмента записан неверно.</translation>
    </message>
    <message>
        <source>The end of the answer is too long.</source>
        <translation>Окончание ответа слишком длинное.</translation>
    </message>
    <message>
        <source>This is no HTTP answer.</source>
        <translation>Это не ответ HTTP.</translation>
    </message>
    <message>
        <source>A header line of the answer is malformed.</source>
        <translation>Строка заголовка ответа записана неверно.</translation>
    </message>
    <message>
        <source>A number that asked before must wait (SMS_AUTH_RESEND_WAIT, else the life of a code): count from another first number.</source>
        <translation>Номер, уже просивший код, должен подождать (SMS_AUTH_RESEND_WAIT, иначе срок действия кода): начните с другого первого номера.</translation>
    </message>
    <message>
        <source>The server limits sign-ins by number, address, prefix and country: SMS_AUTH_LIMITS=seed leaves only the wait and the tries.</source>
        <translation>Сервер ограничивает входы по номеру, адресу, диапазону номеров и стране: SMS_AUTH_LIMITS=seed оставляет только ожидание и число попыток.</translation>
    </message>
    <message>
        <source>Requests without an answer: look whether the server still runs, or try fewer flows in parallel.</source>
        <translation>Запросы без ответа: проверьте, работает ли ещё сервер, или уменьшите число одновременных входов.</translation>
    </message>
    <message>
        <source>The server refused work for a moment: try fewer flows in parallel, or a rate.</source>
        <translation>Сервер на время отказывал: уменьшите число одновременных входов или задайте темп.</translation>
    </message>
    <message>
        <source>Codes were accepted but did not arrive in time: the send log says why.</source>
        <translation>Коды приняты, но не пришли вовремя: причина — в журнале отправки.</translation>
    </message>
    <message>
        <source>Codes were refused: they may have expired, or somebody else uses the same numbers.</source>
        <translation>Коды отклонены: они могли истечь, или те же номера использует кто-то ещё.</translation>
    </message>
    <message>
        <source>%1 (line %2, column %3)</source>
        <translation>%1 (строка %2, столбец %3)</translation>
    </message>
    <message>
        <source>A name stands there twice.</source>
        <translation>Одно имя стоит дважды.</translation>
    </message>
    <message>
        <source>A number is out of range.</source>
        <translation>Число вне допустимых пределов.</translation>
    </message>
    <message>
        <source>This is no JSON.</source>
        <translation>Это не JSON.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>Слишком глубокая вложенность.</translation>
    </message>
    <message>
        <source>The text is longer than %1 bytes.</source>
        <translation>Текст длиннее %1 байт.</translation>
    </message>
    <message>
        <source>A byte order mark stands where none may be.</source>
        <translation>Метка порядка байтов стоит там, где её быть не должно.</translation>
    </message>
    <message>
        <source>A NUL character stands where none may be.</source>
        <translation>Символ NUL стоит там, где его быть не должно.</translation>
    </message>
    <message>
        <source>It ends too early.</source>
        <translation>Текст обрывается слишком рано.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>messages are sent without Celery</source>
        <translation>сообщения отправляются без Celery</translation>
    </message>
    <message>
        <source>users are kept by this server</source>
        <translation>пользователей хранит этот сервер</translation>
    </message>
    <message>
        <source>SMS_AUTH_RESPONSE decides what an answer looks like</source>
        <translation>вид ответа определяет SMS_AUTH_RESPONSE</translation>
    </message>
    <message>
        <source>only Python can work out this value</source>
        <translation>это значение может вычислить только Python</translation>
    </message>
    <message>
        <source>there is no such setting here</source>
        <translation>здесь нет такой настройки</translation>
    </message>
    <message>
        <source>no gateway here replaces this class; choose one in SMS_AUTH_PROVIDER</source>
        <translation>ни один здешний шлюз не заменяет этот класс; выберите шлюз в SMS_AUTH_PROVIDER</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>не текст</translation>
    </message>
    <message>
        <source>another secret is the password of the gateway</source>
        <translation>пароль шлюза — другой секрет</translation>
    </message>
    <message>
        <source>the address of SMS Aero is known</source>
        <translation>адрес SMS Aero известен</translation>
    </message>
    <message>
        <source>no gateway is named whose secret it is; store it with ‘smsauth secret set GATEWAY.%1’</source>
        <translation>не указан шлюз, чей это секрет; сохраните его командой «smsauth secret set GATEWAY.%1»</translation>
    </message>
    <message>
        <source>this profile keeps its secrets in the memory of its server, and none runs; store it later with ‘smsauth secret set %1.%2’</source>
        <translation>этот профиль хранит секреты в памяти своего сервера, а сервер не работает; сохраните секрет позже командой «smsauth secret set %1.%2»</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>такой настройки нет</translation>
    </message>
    <message>
        <source>is a secret; set it with ‘smsauth secret set’ or in the environment</source>
        <translation>это секрет; задайте его командой «smsauth secret set» или в окружении</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (строка %2)</translation>
    </message>
    <message>
        <source>“:” is missing after the name.</source>
        <translation>После имени не хватает «:».</translation>
    </message>
    <message>
        <source>“,” is missing before this line or in it.</source>
        <translation>Перед этой строкой или в ней не хватает «,».</translation>
    </message>
    <message>
        <source>A value is missing.</source>
        <translation>Не хватает значения.</translation>
    </message>
    <message>
        <source>A value is missing before %1.</source>
        <translation>Не хватает значения перед %1.</translation>
    </message>
    <message>
        <source>“,” or %1 is missing.</source>
        <translation>Не хватает «,» или %1.</translation>
    </message>
    <message>
        <source>Nothing may follow the dictionary.</source>
        <translation>После словаря ничего быть не должно.</translation>
    </message>
    <message>
        <source>%1 is not a literal dictionary.</source>
        <translation>%1 — не словарь, записанный литералом.</translation>
    </message>
    <message>
        <source>There is no %1 = {…} in the text.</source>
        <translation>В тексте нет %1 = {…}.</translation>
    </message>
    <message>
        <source>%1 is set in several blocks; keep one.</source>
        <translation>%1 задаётся в нескольких блоках; оставьте один.</translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation>Текст не в кодировке UTF-8.</translation>
    </message>
    <message>
        <source>This %1 is never closed.</source>
        <translation>Скобка %1 нигде не закрыта.</translation>
    </message>
    <message>
        <source>%1 is not expected here.</source>
        <translation>%1 здесь не ожидается.</translation>
    </message>
    <message>
        <source>This string is never closed.</source>
        <translation>Эта строка в кавычках нигде не закрыта.</translation>
    </message>
    <message>
        <source>This escape in a string is not valid.</source>
        <translation>Недопустимая экранированная последовательность в строке.</translation>
    </message>
    <message>
        <source>At most %1 rules are possible.</source>
        <translation>Возможно не более %1 правил.</translation>
    </message>
    <message>
        <source>The rules for any number would come to %1 %; 100 % is the most.</source>
        <translation>Правила для любого номера дали бы в сумме %1 %; наибольшее — 100 %.</translation>
    </message>
    <message>
        <source>One object with the member “faults”, a list, is needed.</source>
        <translation>Нужен один объект с полем «faults» — списком.</translation>
    </message>
    <message>
        <source>This is no JSON. %1</source>
        <translation>Это не JSON. %1</translation>
    </message>
    <message>
        <source>There is no member “%1”.</source>
        <translation>Поля «%1» нет.</translation>
    </message>
    <message>
        <source>A phone or a probability is needed.</source>
        <translation>Нужен номер телефона или вероятность.</translation>
    </message>
    <message>
        <source>Only one of “until” and “for” is possible.</source>
        <translation>Можно указать только одно из полей «until» и «for».</translation>
    </message>
    <message>
        <source>A JSON object is needed.</source>
        <translation>Нужен объект JSON.</translation>
    </message>
    <message>
        <source>An earlier rule is for the same.</source>
        <translation>Для того же уже есть более раннее правило.</translation>
    </message>
    <message>
        <source>There is no such rule.</source>
        <translation>Такого правила нет.</translation>
    </message>
    <message>
        <source>The rule must end in the future.</source>
        <translation>Правило должно завершаться в будущем.</translation>
    </message>
    <message>
        <source>A code has no meaning for a locked number: none is made.</source>
        <translation>Для заблокированного номера код не имеет смысла: он не создаётся.</translation>
    </message>
    <message>
        <source>A fixed code must have %1 digits (SMS_AUTH_CODE_LEN).</source>
        <translation>Число цифр в постоянном коде должно быть равно %1 (SMS_AUTH_CODE_LEN).</translation>
    </message>
    <message>
        <source>A fixed code needs a server that listens on loopback only, without a proxy.</source>
        <translation>Постоянный код возможен, только если сервер принимает соединения лишь на loopback и без прокси.</translation>
    </message>
    <message>
        <source>An error of the gateway needs a status from 400 to 599.</source>
        <translation>Для ошибки шлюза нужен статус от 400 до 599.</translation>
    </message>
    <message>
        <source>A status has a meaning only with an error of the gateway.</source>
        <translation>Статус имеет смысл только для ошибки шлюза.</translation>
    </message>
    <message>
        <source>The delay must be 0 to %1 seconds.</source>
        <translation>Задержка должна быть от 0 до %1 секунд.</translation>
    </message>
    <message>
        <source>A delay has no meaning here (%1).</source>
        <translation>Задержка здесь не имеет смысла (%1).</translation>
    </message>
    <message>
        <source>The share must be 1 to 100 percent.</source>
        <translation>Доля должна быть от 1 до 100 процентов.</translation>
    </message>
    <message>
        <source>The rule changes nothing: choose an outcome, a delay, a code, or no limits.</source>
        <translation>Правило ничего не меняет: выберите исход, задержку, код или снимите ограничения.</translation>
    </message>
    <message>
        <source>This is missing.</source>
        <translation>Здесь не хватает значения.</translation>
    </message>
    <message>
        <source>This must be an object.</source>
        <translation>Здесь нужен объект.</translation>
    </message>
    <message>
        <source>The whole must be an object.</source>
        <translation>Всё целиком должно быть объектом.</translation>
    </message>
    <message>
        <source>This must be a list.</source>
        <translation>Здесь нужен список.</translation>
    </message>
    <message>
        <source>The format has no such member here.</source>
        <translation>Такого элемента здесь в формате нет.</translation>
    </message>
    <message>
        <source>This must be text.</source>
        <translation>Здесь нужен текст.</translation>
    </message>
    <message>
        <source>This must be true or false.</source>
        <translation>Здесь нужно true или false.</translation>
    </message>
    <message>
        <source>This is no valid pattern: “%1” at character %2.</source>
        <translation>Неверный шаблон: «%1», символ %2.</translation>
    </message>
    <message>
        <source>The member “%1” is given twice.</source>
        <translation>Элемент «%1» задан дважды.</translation>
    </message>
    <message>
        <source>There are more than %1 levels.</source>
        <translation>Уровней вложенности больше, чем %1.</translation>
    </message>
    <message>
        <source>This must be “sms-http/1”.</source>
        <translation>Здесь нужно «sms-http/1».</translation>
    </message>
    <message>
        <source>A name is a–z, then a–z, 0–9 and _, at most 32.</source>
        <translation>Имя — это a–z, затем a–z, 0–9 и _, не больше 32 символов.</translation>
    </message>
    <message>
        <source>This is the name of a value that every message has.</source>
        <translation>Так называется значение, которое есть у каждого сообщения.</translation>
    </message>
    <message>
        <source>A secret has no default.</source>
        <translation>У секрета не бывает значения по умолчанию.</translation>
    </message>
    <message>
        <source>A default must not show the secret “%1”.</source>
        <translation>Значение по умолчанию не должно раскрывать секрет «%1».</translation>
    </message>
    <message>
        <source>The default leads back to itself.</source>
        <translation>Значение по умолчанию ссылается само на себя.</translation>
    </message>
    <message>
        <source>This must be form, json or query.</source>
        <translation>Здесь нужно form, json или query.</translation>
    </message>
    <message>
        <source>This must be queued, sent, delivered or failed.</source>
        <translation>Здесь нужно queued, sent, delivered или failed.</translation>
    </message>
    <message>
        <source>This must be twilio.</source>
        <translation>Здесь нужно twilio.</translation>
    </message>
    <message>
        <source>The id of a gateway is a–z, 0–9, - and _, at most 32.</source>
        <translation>ID шлюза — это a–z, 0–9, - и _, не больше 32 символов.</translation>
    </message>
    <message>
        <source>It is larger than 256 KiB.</source>
        <translation>Размер больше 256 КиБ.</translation>
    </message>
    <message>
        <source>This must be an HTTP status from 200 to 599.</source>
        <translation>Здесь нужен HTTP-статус от 200 до 599.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Здесь не должно быть пусто.</translation>
    </message>
    <message>
        <source>This must be sent, recipient, account, request, busy or unknown.</source>
        <translation>Здесь нужно sent, recipient, account, request, busy или unknown.</translation>
    </message>
    <message>
        <source>“%1” is no JSON pointer: it must begin with /.</source>
        <translation>«%1» — не указатель JSON: он должен начинаться с /.</translation>
    </message>
    <message>
        <source>This must be text or a number.</source>
        <translation>Здесь нужен текст или число.</translation>
    </message>
    <message>
        <source>This needs at least one of status, code, body, fields.</source>
        <translation>Здесь нужно хотя бы одно из status, code, body, fields.</translation>
    </message>
    <message>
        <source>This must be json or text.</source>
        <translation>Здесь нужно json или text.</translation>
    </message>
    <message>
        <source>“%1” is not declared in vars.</source>
        <translation>«%1» не объявлено в vars.</translation>
    </message>
    <message>
        <source>“{%1}” is not declared in vars.</source>
        <translation>«{%1}» не объявлено в vars.</translation>
    </message>
    <message>
        <source>“{%1}” belongs to a message, and there is none here.</source>
        <translation>«{%1}» относится к сообщению, а здесь его нет.</translation>
    </message>
    <message>
        <source>“{%1}” is no placeholder.</source>
        <translation>«{%1}» — не подстановка.</translation>
    </message>
    <message>
        <source>A placeholder can be a value, not a name.</source>
        <translation>Подстановкой может быть значение, но не имя.</translation>
    </message>
    <message>
        <source>This must be text, a number, true or false.</source>
        <translation>Здесь нужен текст, число, true или false.</translation>
    </message>
    <message>
        <source>This cannot be the name of a header.</source>
        <translation>Это не может быть именем заголовка.</translation>
    </message>
    <message>
        <source>A header must not hold control characters.</source>
        <translation>В заголовке не должно быть управляющих символов.</translation>
    </message>
    <message>
        <source>This must not have a fragment.</source>
        <translation>Здесь не должно быть фрагмента (после #).</translation>
    </message>
    <message>
        <source>This must name one of basic, bearer, scheme, header.</source>
        <translation>Здесь нужно одно из basic, bearer, scheme, header.</translation>
    </message>
    <message>
        <source>This must be a list of two texts.</source>
        <translation>Здесь нужен список из двух текстов.</translation>
    </message>
    <message>
        <source>This must be one word.</source>
        <translation>Здесь нужно одно слово.</translation>
    </message>
    <message>
        <source>This must be GET, POST or PUT.</source>
        <translation>Здесь нужно GET, POST или PUT.</translation>
    </message>
    <message>
        <source>A request has a form or JSON, not both.</source>
        <translation>В запросе может быть форма или JSON, но не то и другое.</translation>
    </message>
    <message>
        <source>A GET has no body.</source>
        <translation>У запроса GET нет тела.</translation>
    </message>
    <message>
        <source>A “}” stands without its “{”.</source>
        <translation>Скобка «}» стоит без своей «{».</translation>
    </message>
    <message>
        <source>A “{” stands without its “}”.</source>
        <translation>Скобка «{» стоит без своей «}».</translation>
    </message>
    <message>
        <source>The filter int makes a number of a whole field: nothing may follow it or stand beside its placeholder.</source>
        <translation>Фильтр int превращает в число поле целиком: ни после него, ни рядом с его подстановкой ничего быть не может.</translation>
    </message>
    <message>
        <source>There is no filter “%1”.</source>
        <translation>Фильтра «%1» нет.</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>Значение %1 должно быть целым числом.</translation>
    </message>
    <message>
        <source>No gateway has this id.</source>
        <translation>Шлюза с таким ID нет.</translation>
    </message>
    <message>
        <source>It must be an address of this computer.</source>
        <translation>Нужен адрес этого компьютера.</translation>
    </message>
    <message>
        <source>It must be an address or a network.</source>
        <translation>Нужен адрес или сеть.</translation>
    </message>
    <message>
        <source>It is set by the environment; change it there.</source>
        <translation>Задано в окружении; измените там.</translation>
    </message>
    <message>
        <source>It is set by an option of the command line; change it there.</source>
        <translation>Задано параметром командной строки; измените его там.</translation>
    </message>
    <message>
        <source>It must be the path of a database file, or of none that is there yet. %1</source>
        <translation>Нужен путь к файлу базы данных, существующему или ещё не созданному. %1</translation>
    </message>
    <message>
        <source>Others must not be able to read it; close it with chmod 600.</source>
        <translation>Другие не должны иметь возможности его читать; закройте доступ командой chmod 600.</translation>
    </message>
    <message>
        <source>Certificate and key are both needed.</source>
        <translation>Нужны и сертификат, и ключ.</translation>
    </message>
    <message>
        <source>It must be a certificate in PEM form.</source>
        <translation>Нужен сертификат в формате PEM.</translation>
    </message>
    <message>
        <source>It must hold certificates in PEM form.</source>
        <translation>Нужен файл с сертификатами в формате PEM.</translation>
    </message>
    <message>
        <source>It must be a private key in PEM form without a passphrase.</source>
        <translation>Нужен закрытый ключ в формате PEM без парольной фразы.</translation>
    </message>
    <message>
        <source>It must be the key of the certificate.</source>
        <translation>Нужен ключ именно от этого сертификата.</translation>
    </message>
    <message>
        <source>It must hold one JSON object.</source>
        <translation>Нужен файл с одним объектом JSON.</translation>
    </message>
    <message>
        <source>The server cannot listen on %1, port %2. The system says: %3</source>
        <translation>Сервер не может принимать соединения на %1, порт %2. Система сообщает: %3</translation>
    </message>
    <message>
        <source>%1 = %2: %3</source>
        <translation>%1 = %2: %3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>somebody else&apos;s words</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>SMS_AUTH_DATABASE names another file by now: start the program anew first.</source>
        <translation>SMS_AUTH_DATABASE указывает уже на другой файл: сначала перезапустите программу.</translation>
    </message>
    <message>
        <source>Earlier rows are covered as they were found.</source>
        <translation>Более ранние строки взяты под печать такими, какими были найдены.</translation>
    </message>
    <message>
        <source>The rows of the back-up had no chain of this key; they are covered as they were found.</source>
        <translation>У строк резервной копии не было цепочки с этим ключом; они взяты под печать такими, какими были найдены.</translation>
    </message>
    <message>
        <source>The trail of the back-up was not sound (%1); its rows are covered as they were found.</source>
        <translation>Журнал резервной копии был повреждён (%1); его строки взяты под печать такими, какими были найдены.</translation>
    </message>
    <message>
        <source>The back-up was not sound. %1</source>
        <translation>Резервная копия была повреждена. %1</translation>
    </message>
    <message>
        <source>Row %1 had been written, the last one that is there is row %2.</source>
        <translation>Была записана строка %1, а последняя из имеющихся — строка %2.</translation>
    </message>
    <message>
        <source>Another row stands in the place of row %1.</source>
        <translation>На месте строки %1 стоит другая.</translation>
    </message>
    <message>
        <source>Rows may have been cut off before this one.</source>
        <translation>Перед этой строкой могли быть отрезаны другие.</translation>
    </message>
    <message>
        <source>The anchor was sealed with another key.</source>
        <translation>Якорь был запечатан другим ключом.</translation>
    </message>
    <message>
        <source>Row %1 tells of it: %2</source>
        <translation>Об этом говорит строка %1: %2</translation>
    </message>
    <message>
        <source>Row %1 was changed.</source>
        <translation>Строка %1 изменена.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 were changed.</source>
        <translation>Строки с %1 по %2 изменены.</translation>
    </message>
    <message>
        <source>Row %1 was not written by the program.</source>
        <translation>Строка %1 записана не программой.</translation>
    </message>
    <message>
        <source>Row %1 was written as row %2.</source>
        <translation>Строка %1 была записана как строка %2.</translation>
    </message>
    <message>
        <source>What was written as row %1 stands in row %2.</source>
        <translation>Записанное как строка %1 стоит в строке %2.</translation>
    </message>
    <message>
        <source>Row %1 was removed.</source>
        <translation>Строка %1 удалена.</translation>
    </message>
    <message>
        <source>Rows %1 to %2 were removed.</source>
        <translation>Строки с %1 по %2 удалены.</translation>
    </message>
    <message>
        <source>The row with which the chain begins is gone.</source>
        <translation>Строки, с которой начинается цепочка, нет.</translation>
    </message>
    <message>
        <source>No row is sealed with the key of this profile.</source>
        <translation>Ни одна строка не запечатана ключом этого профиля.</translation>
    </message>
    <message>
        <source>Another program works on the database %1.</source>
        <translation>С базой данных %1 работает другая программа.</translation>
    </message>
    <message>
        <source>%1 holds other files and is open to others: give the profile a folder of its own.</source>
        <translation>В папке %1 есть другие файлы, и она открыта другим: выделите профилю отдельную папку.</translation>
    </message>
</context>
<context>
    <name>smsauth::CountriesCard</name>
    <message>
        <source>From where</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Countries whose numbers may get a code. Always in force; where your app has no users, there is only abuse.</source>
        <translation>Страны, на номера которых можно отправлять коды. Действует всегда: где у вашего приложения нет пользователей, там одни злоупотребления.</translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>Все страны</translation>
    </message>
    <message>
        <source>Only these countries</source>
        <translation>Только эти страны</translation>
    </message>
    <message>
        <source>No country matches. Look for a name, a code such as DE, or digits such as +49.</source>
        <translation>Такой страны нет. Ищите по названию, коду (например, DE) или цифрам (например, +49).</translation>
    </message>
    <message>
        <source>Find a country: name, DE, +49</source>
        <translation>Найти страну: название, DE, +49</translation>
    </message>
    <message>
        <source>Find a country</source>
        <translation>Найти страну</translation>
    </message>
    <message>
        <source>Allowed countries</source>
        <translation>Разрешённые страны</translation>
    </message>
    <message>
        <source>Tick at least one country, or choose all countries.</source>
        <translation>Отметьте хотя бы одну страну или выберите все.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 countries allowed</source>
        <translation>
            <numerusform>Разрешена %Ln страна из %1</numerusform>
            <numerusform>Разрешены %Ln страны из %1</numerusform>
            <numerusform>Разрешено %Ln стран из %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::DurationEdit</name>
    <message>
        <source>Unit of %1</source>
        <translation>Единица: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>секунды</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>минуты</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>часы</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дни</translation>
    </message>
</context>
<context>
    <name>smsauth::ErrorText</name>
    <message>
        <source>This value cannot be used. Correct it and try again.</source>
        <translation>Это значение не подходит. Исправьте его и повторите.</translation>
    </message>
    <message>
        <source>This is not a valid phone number. Write it with its country code, such as +1 202-555-0101.</source>
        <translation>Это не номер телефона. Укажите его с кодом страны, например +1 202-555-0101.</translation>
    </message>
    <message>
        <source>This code is wrong or no longer valid. Check it, or ask for a new one.</source>
        <translation>Код неверен или больше не действует. Проверьте его или запросите новый.</translation>
    </message>
    <message>
        <source>A code was sent to this number a moment ago. Use it, or wait before you ask for another.</source>
        <translation>На этот номер только что отправлен код. Введите его или подождите, прежде чем запросить другой.</translation>
    </message>
    <message>
        <source>Another user has this number already. Choose a different one.</source>
        <translation>Этот номер уже есть у другого пользователя. Выберите другой.</translation>
    </message>
    <message>
        <source>This needs a valid token. Sign in first.</source>
        <translation>Нужен действительный токен. Сначала войдите.</translation>
    </message>
    <message numerus="yes">
        <source>Too many requests. Try again in %Ln second(s).</source>
        <translation>
            <numerusform>Слишком много запросов. Повторите через %Ln секунду.</numerusform>
            <numerusform>Слишком много запросов. Повторите через %Ln секунды.</numerusform>
            <numerusform>Слишком много запросов. Повторите через %Ln секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no longer there. Refresh the page.</source>
        <translation>Этого больше нет. Обновите страницу.</translation>
    </message>
    <message>
        <source>This is not possible in the present mode.</source>
        <translation>В текущем режиме это невозможно.</translation>
    </message>
    <message>
        <source>The server is busy just now. Try again in a moment.</source>
        <translation>Сервер сейчас занят. Повторите чуть позже.</translation>
    </message>
    <message>
        <source>The database cannot be used just now. Check that the disk is not full and the profile can be written, then try again.</source>
        <translation>База данных сейчас недоступна. Проверьте, что на диске есть место и в профиль можно писать, и повторите.</translation>
    </message>
    <message>
        <source>The secret store is locked. Unlock it, then try again.</source>
        <translation>Хранилище секретов заблокировано. Разблокируйте его и повторите.</translation>
    </message>
    <message>
        <source>No secret store can be used. Start a keyring, or choose another kind of store in Settings.</source>
        <translation>Хранилище секретов недоступно. Запустите связку ключей или выберите другой вид хранилища в настройках.</translation>
    </message>
    <message>
        <source>A credential of the gateway has not been set. Enter it under Providers.</source>
        <translation>Не заданы учётные данные шлюза. Введите их на странице «Шлюзы».</translation>
    </message>
    <message>
        <source>This is in use by another program. Close that program or choose another port or profile.</source>
        <translation>Это занято другой программой. Закройте её или выберите другой порт или профиль.</translation>
    </message>
    <message>
        <source>No answer came in time. Check the connection and try again.</source>
        <translation>Ответ не пришёл вовремя. Проверьте соединение и повторите.</translation>
    </message>
    <message>
        <source>The gateway refused. Its own words follow; correct the cause under Providers.</source>
        <translation>Шлюз отказал. Ниже его собственные слова; устраните причину на странице «Шлюзы».</translation>
    </message>
    <message>
        <source>The settings cannot be used as they are. Correct the one that is named.</source>
        <translation>С такими настройками работать нельзя. Исправьте названную.</translation>
    </message>
    <message>
        <source>This was cancelled. Nothing was changed.</source>
        <translation>Отменено. Ничего не изменилось.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Try again; if it stays, report it with the details.</source>
        <translation>Внутренняя ошибка программы. Повторите; если не поможет, сообщите о ней с подробностями.</translation>
    </message>
    <message>
        <source>Too many requests. Try again later, or change the limits under Protection.</source>
        <translation>Слишком много запросов. Повторите позже или измените ограничения на странице «Защита».</translation>
    </message>
    <message>
        <source>Numbers of this country are not allowed. Add the country under Protection.</source>
        <translation>Номера этой страны не разрешены. Добавьте страну на странице «Защита».</translation>
    </message>
    <message>
        <source>Refresh the page.</source>
        <translation>Обновите страницу.</translation>
    </message>
    <message>
        <source>The table “%1” is gone from the database. This was not done by the program: find out who can write its files, and restore a back-up on the page Cleanup.</source>
        <translation>В базе данных больше нет таблицы «%1». Программа этого не делала: выясните, кто может изменять её файлы, и восстановите резервную копию на странице «Очистка».</translation>
    </message>
</context>
<context>
    <name>smsauth::ExchangeLog</name>
    <message>
        <source>Copy as…</source>
        <translation>Скопировать как…</translation>
    </message>
    <message>
        <source>Requests of this session</source>
        <translation>Запросы этого сеанса</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Запросов нет</translation>
    </message>
    <message>
        <source>The request as a command or a piece of program that sends the same</source>
        <translation>Запрос в виде команды или фрагмента программы, отправляющих то же самое</translation>
    </message>
    <message>
        <source>No answer · %1 ms</source>
        <translation>Нет ответа · %1 мс</translation>
    </message>
    <message>
        <source>%1 %2 · %3 ms</source>
        <translation>%1 %2 · %3 мс</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <translation>%1 %2 · %3</translation>
    </message>
</context>
<context>
    <name>smsauth::ExchangeView</name>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>What is sent appears here, whole.</source>
        <translation>Здесь целиком появится отправленное.</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>What the server answers appears here, whole.</source>
        <translation>Здесь целиком появится ответ сервера.</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Нет ответа: %1</translation>
    </message>
    <message>
        <source>
… the rest is not kept</source>
        <translation>
… остальное не сохранено</translation>
    </message>
</context>
<context>
    <name>smsauth::ExpiredCodesCard</name>
    <message>
        <source>What would &amp;go?</source>
        <translation>Что будет &amp;удалено?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired code(s)</source>
        <translation>
            <numerusform>%Ln истёкший код</numerusform>
            <numerusform>%Ln истёкших кода</numerusform>
            <numerusform>%Ln истёкших кодов</numerusform>
        </translation>
    </message>
    <message>
        <source>Next check in %1.</source>
        <translation>Следующая проверка через %1.</translation>
    </message>
    <message>
        <source>The next check is due now.</source>
        <translation>Проверка вот-вот начнётся.</translation>
    </message>
    <message>
        <source>Nothing expired.</source>
        <translation>Истёкших кодов нет.</translation>
    </message>
    <message>
        <source>They can no longer be used and only take up room.</source>
        <translation>Они больше не действуют и только занимают место.</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>Очистка…</translation>
    </message>
    <message>
        <source>Clear expired codes</source>
        <translation>Удалить истёкшие коды</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Clear %Ln expired code(s)</source>
        <translation>
            <numerusform>&amp;Удалить %Ln истёкший код</numerusform>
            <numerusform>&amp;Удалить %Ln истёкших кода</numerusform>
            <numerusform>&amp;Удалить %Ln истёкших кодов</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to clear</source>
        <translation>Удалять нечего</translation>
    </message>
    <message numerus="yes">
        <source>%Ln code(s) will be cleared in %1.</source>
        <translation>
            <numerusform>%Ln код будет удалён через %1.</numerusform>
            <numerusform>%Ln кода будут удалены через %1.</numerusform>
            <numerusform>%Ln кодов будут удалены через %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired code(s) cleared.</source>
        <translation>
            <numerusform>Удалён %Ln истёкший код.</numerusform>
            <numerusform>Удалено %Ln истёкших кода.</numerusform>
            <numerusform>Удалено %Ln истёкших кодов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old row(s) of the send log went with them.</source>
        <translation>
            <numerusform>С ними удалена %Ln старая строка журнала.</numerusform>
            <numerusform>С ними удалены %Ln старые строки журнала.</numerusform>
            <numerusform>С ними удалено %Ln старых строк журнала.</numerusform>
        </translation>
    </message>
    <message>
        <source>A cleanup now would remove no code.</source>
        <translation>Сейчас очистка не удалит ни одного кода.</translation>
    </message>
    <message numerus="yes">
        <source>A cleanup now would remove %Ln expired code(s).</source>
        <translation>
            <numerusform>Сейчас очистка удалит %Ln истёкший код.</numerusform>
            <numerusform>Сейчас очистка удалит %Ln истёкших кода.</numerusform>
            <numerusform>Сейчас очистка удалит %Ln истёкших кодов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln old row(s) of the send log would go with them.</source>
        <translation>
            <numerusform>С ними уйдёт %Ln старая строка журнала.</numerusform>
            <numerusform>С ними уйдут %Ln старые строки журнала.</numerusform>
            <numerusform>С ними уйдёт %Ln старых строк журнала.</numerusform>
        </translation>
    </message>
    <message>
        <source>Live codes and users stay.</source>
        <translation>Действующие коды и пользователи останутся.</translation>
    </message>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Пов&amp;торить</translation>
    </message>
    <message>
        <source>%1, expired %2</source>
        <translation>%1, истёк %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln код</numerusform>
            <numerusform>и ещё %Ln кода</numerusform>
            <numerusform>и ещё %Ln кодов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::FailureArea</name>
    <message>
        <source>This is not the passphrase of this profile. Try again.</source>
        <translation>Это не парольная фраза этого профиля. Попробуйте ещё раз.</translation>
    </message>
</context>
<context>
    <name>smsauth::FailureBanner</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>The server did not start, because its port is taken.</source>
        <translation>Сервер не запустился: его порт занят.</translation>
    </message>
    <message>
        <source>Use a free port</source>
        <translation>Взять свободный порт</translation>
    </message>
    <message>
        <source>The server did not start.</source>
        <translation>Сервер не запустился.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>The server stays stopped: its secrets are in a sealed file that needs a passphrase.</source>
        <translation>Сервер остановлен: его секреты лежат в запечатанном файле, для которого нужна парольная фраза.</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>Ввести парольную фразу</translation>
    </message>
    <message>
        <source>Open Cleanup</source>
        <translation>Открыть «Очистку»</translation>
    </message>
</context>
<context>
    <name>smsauth::FaultForm</name>
    <message>
        <source>Limits and the wait between two codes apply</source>
        <translation>Действуют ограничения и ожидание между кодами</translation>
    </message>
    <message>
        <source>Ends by itself after</source>
        <translation>Завершить автоматически через</translation>
    </message>
    <message>
        <source>Time until the rule ends</source>
        <translation>Время до завершения правила</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Для кого</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>Один номер</translation>
    </message>
    <message>
        <source>A share of all numbers</source>
        <translation>Доля всех номеров</translation>
    </message>
    <message>
        <source>Test number</source>
        <translation>Тестовый номер</translation>
    </message>
    <message>
        <source>Percent of all numbers</source>
        <translation>Процент всех номеров</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Что происходит</translation>
    </message>
    <message>
        <source>HTTP status of the gateway</source>
        <translation>HTTP-статус шлюза</translation>
    </message>
    <message>
        <source>Delay in seconds</source>
        <translation>Задержка в секундах</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Fixed code</source>
        <translation>Постоянный код</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-статус</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Enter the number that this is about.</source>
        <translation>Введите номер, для которого это правило.</translation>
    </message>
    <message>
        <source>This is not a valid phone number.</source>
        <translation>Это не номер телефона.</translation>
    </message>
    <message>
        <source>With the other rules this comes to %1 %. 100 % is the most.</source>
        <translation>Вместе с другими правилами выходит %1 %. Наибольшее — 100 %.</translation>
    </message>
    <message>
        <source>Others can reach this server, and a fixed code would let them in.</source>
        <translation>Сервер доступен другим, и с постоянным кодом они смогут войти.</translation>
    </message>
    <message numerus="yes">
        <source>A code has %Ln digit(s).</source>
        <translation>
            <numerusform>В коде %Ln цифра.</numerusform>
            <numerusform>В коде %Ln цифры.</numerusform>
            <numerusform>В коде %Ln цифр.</numerusform>
        </translation>
    </message>
    <message>
        <source>This changes nothing yet: choose a delay, a fixed code, or lift the limits.</source>
        <translation>Пока это ничего не меняет: выберите задержку, постоянный код или снимите ограничения.</translation>
    </message>
    <message>
        <source>Change a rule</source>
        <translation>Изменить правило</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Новое правило</translation>
    </message>
    <message>
        <source>Up to 5 min</source>
        <translation>До 5 мин</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Drawn as always</source>
        <translation>Случайный, как обычно</translation>
    </message>
    <message>
        <source>&amp;Save rule</source>
        <translation>&amp;Сохранить правило</translation>
    </message>
    <message>
        <source>&amp;Add rule</source>
        <translation>&amp;Добавить правило</translation>
    </message>
</context>
<context>
    <name>smsauth::FaultList</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the rule for %1</source>
        <translation>Изменить правило: %1</translation>
    </message>
    <message>
        <source>Remove the rule for %1</source>
        <translation>Удалить правило: %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
</context>
<context>
    <name>smsauth::FaultTexts</name>
    <message>
        <source>Arrives</source>
        <translation>Приходит</translation>
    </message>
    <message>
        <source>Gateway answers with an error</source>
        <translation>Шлюз отвечает ошибкой</translation>
    </message>
    <message>
        <source>Gateway does not answer</source>
        <translation>Шлюз не отвечает</translation>
    </message>
    <message>
        <source>Accepted, but never arrives</source>
        <translation>Принято, но не приходит</translation>
    </message>
    <message>
        <source>Arrives twice</source>
        <translation>Приходит дважды</translation>
    </message>
    <message>
        <source>Arrives after the next message</source>
        <translation>Приходит после следующего сообщения</translation>
    </message>
    <message>
        <source>Code has expired on arrival</source>
        <translation>Код приходит уже истёкшим</translation>
    </message>
    <message>
        <source>Number is locked (429)</source>
        <translation>Номер заблокирован (429)</translation>
    </message>
    <message>
        <source>%1 % of all numbers</source>
        <translation>%1 % всех номеров</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Arrives after %1</source>
        <translation>Приходит через %1</translation>
    </message>
    <message>
        <source>Arrives at once</source>
        <translation>Приходит сразу</translation>
    </message>
    <message>
        <source>Gateway answers %1 after %2</source>
        <translation>Шлюз отвечает %1 через %2</translation>
    </message>
    <message>
        <source>Gateway answers %1</source>
        <translation>Шлюз отвечает %1</translation>
    </message>
    <message>
        <source>Arrives twice, after %1</source>
        <translation>Приходит дважды, через %1</translation>
    </message>
    <message>
        <source>Arrives after the next message, after %1 at the latest</source>
        <translation>Приходит после следующего сообщения, не позже чем через %1</translation>
    </message>
    <message>
        <source>Code has expired on arrival, after %1</source>
        <translation>Код приходит уже истёкшим, через %1</translation>
    </message>
    <message>
        <source>Fixed code %1</source>
        <translation>Постоянный код %1</translation>
    </message>
    <message>
        <source>No limits, no wait</source>
        <translation>Без ограничений и ожидания</translation>
    </message>
</context>
<context>
    <name>smsauth::FieldForm</name>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Забыть: %1</translation>
    </message>
    <message>
        <source>Is removed from the secret store when you save.</source>
        <translation>При сохранении будет удалено из хранилища секретов.</translation>
    </message>
    <message>
        <source>Replaces the stored one when you save.</source>
        <translation>При сохранении заменит прежнее.</translation>
    </message>
    <message>
        <source>Stored in the keyring. Leave empty to keep it.</source>
        <translation>Хранится в связке ключей. Оставьте пустым, чтобы не менять.</translation>
    </message>
    <message>
        <source>Stored in the sealed file of the profile. Leave empty to keep it.</source>
        <translation>Хранится в запечатанном файле профиля. Оставьте пустым, чтобы не менять.</translation>
    </message>
    <message>
        <source>Kept in memory until the program ends. Leave empty to keep it.</source>
        <translation>Хранится в памяти до выхода из программы. Оставьте пустым, чтобы не менять.</translation>
    </message>
    <message>
        <source>Comes from the environment. Change it there.</source>
        <translation>Задано в окружении. Меняйте его там.</translation>
    </message>
    <message>
        <source>Comes from the credentials of the service. Change it there.</source>
        <translation>Задано в учётных данных службы. Меняйте его там.</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Не задано.</translation>
    </message>
    <message>
        <source>Goes to the secret store when you save.</source>
        <translation>При сохранении попадёт в хранилище секретов.</translation>
    </message>
    <message>
        <source>This must be an address that begins with https:// or http://, without user and password.</source>
        <translation>Нужен адрес, который начинается с https:// или http://, без имени пользователя и пароля.</translation>
    </message>
    <message>
        <source>This must be one line of at most 250 characters.</source>
        <translation>Нужна одна строка не длиннее 250 символов.</translation>
    </message>
    <message>
        <source>Empty: the same as “%1”</source>
        <translation>Пусто: то же, что «%1»</translation>
    </message>
</context>
<context>
    <name>smsauth::FieldTexts</name>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>Адрес шлюза</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>Токен API</translation>
    </message>
    <message>
        <source>Address of the gateway (.com or .eu)</source>
        <translation>Адрес шлюза (.com или .eu)</translation>
    </message>
    <message>
        <source>Address of the gateway, https://sms.example.com</source>
        <translation>Адрес шлюза, https://sms.example.com</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Ключ API</translation>
    </message>
    <message>
        <source>Address, https://XXXXX.api.infobip.com</source>
        <translation>Адрес, https://XXXXX.api.infobip.com</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Sender number</source>
        <translation>Номер отправителя</translation>
    </message>
    <message>
        <source>Address of the smsbox</source>
        <translation>Адрес smsbox</translation>
    </message>
    <message>
        <source>Sender name, up to 11 characters</source>
        <translation>Имя отправителя, до 11 символов</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Ключ доступа</translation>
    </message>
    <message>
        <source>Auth ID</source>
        <translation>Auth ID</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>Токен (Auth Token)</translation>
    </message>
    <message>
        <source>Service plan ID</source>
        <translation>ID плана (Service plan ID)</translation>
    </message>
    <message>
        <source>E-mail of the account</source>
        <translation>Почта учётной записи</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Address of the phone, http://PHONE:8080</source>
        <translation>Адрес телефона, http://PHONE:8080</translation>
    </message>
    <message>
        <source>Address of the cloud or private server, with /3rdparty/v1</source>
        <translation>Адрес облака или своего сервера, с /3rdparty/v1</translation>
    </message>
    <message>
        <source>API ID</source>
        <translation>API ID</translation>
    </message>
    <message>
        <source>Messaging profile</source>
        <translation>Профиль сообщений (Messaging Profile)</translation>
    </message>
    <message>
        <source>Account SID or API key SID</source>
        <translation>Account SID или SID ключа API</translation>
    </message>
    <message>
        <source>Account SID, if the login is an API key</source>
        <translation>Account SID, если логин — ключ API</translation>
    </message>
    <message>
        <source>Auth token or API key secret</source>
        <translation>Токен (Auth Token) или секрет ключа API</translation>
    </message>
    <message>
        <source>Number, sender name or messaging service (MG…)</source>
        <translation>Номер, имя отправителя или служба сообщений (MG…)</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>Секрет API</translation>
    </message>
    <message>
        <source>A number or a name that the gateway has allowed you to send from.</source>
        <translation>Номер или имя, от которого шлюз разрешил вам отправлять.</translation>
    </message>
    <message>
        <source>Begins with https://. Change it only when the gateway gave you another one.</source>
        <translation>Начинается с https://. Меняйте, только если шлюз дал вам другой адрес.</translation>
    </message>
    <message>
        <source>SMS_AUTH_SECRETS is %1.</source>
        <translation>Задано SMS_AUTH_SECRETS = %1.</translation>
    </message>
    <message>
        <source>A keyring was ready when the store was chosen.</source>
        <translation>При выборе хранилища связка ключей была готова.</translation>
    </message>
    <message>
        <source>The store that was chosen could not be used, and memory was taken for this run.</source>
        <translation>Выбранное хранилище не удалось использовать, и на этот запуск взята память.</translation>
    </message>
    <message>
        <source>The mode is simulated and no keyring was ready. %1</source>
        <translation>Выбран режим симуляции, а готовой связки ключей не было. %1</translation>
    </message>
</context>
<context>
    <name>smsauth::FilterBar</name>
    <message>
        <source>As written</source>
        <translation>Как введено</translation>
    </message>
</context>
<context>
    <name>smsauth::FirstSteps</name>
    <message>
        <source>Start over</source>
        <translation>Сначала</translation>
    </message>
    <message>
        <source>Try a sign-in</source>
        <translation>Попробуйте вход</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Номер телефона</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Копировать токен</translation>
    </message>
    <message>
        <source>Look inside under Try it</source>
        <translation>Разобрать токен</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Send me a code</source>
        <translation>Прислать мне код</translation>
    </message>
    <message>
        <source>Start the server first: F5.</source>
        <translation>Сначала запустите сервер: F5.</translation>
    </message>
    <message>
        <source>Press Enter: a code arrives on the simulated phone at the right. Press Enter again to sign in with it.</source>
        <translation>Нажмите Enter: код придёт на симулятор телефона справа. Нажмите Enter ещё раз, чтобы войти с ним.</translation>
    </message>
    <message>
        <source>Live mode: a real SMS goes to this number and may cost money.</source>
        <translation>Боевой режим: на этот номер уйдёт настоящее SMS, и оно может быть платным.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Отправляется…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>The code is on the simulated phone. Press Enter to verify it.</source>
        <translation>Код на симуляторе телефона. Нажмите Enter, чтобы проверить его.</translation>
    </message>
    <message>
        <source>The code is on its way to the phone. Type it here.</source>
        <translation>Код отправлен на телефон. Введите его здесь.</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Проверяется…</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Вход выполнен</translation>
    </message>
    <message>
        <source>Signed in, token received</source>
        <translation>Вход выполнен, токен получен</translation>
    </message>
    <message>
        <source>Signed in, token valid</source>
        <translation>Вход выполнен, токен действителен</translation>
    </message>
    <message>
        <source>Token not valid: %1</source>
        <translation>Токен недействителен: %1</translation>
    </message>
    <message>
        <source>Example copied.</source>
        <translation>Пример скопирован.</translation>
    </message>
    <message>
        <source>That was a whole sign-in, over HTTP as your app would do it. The same from your app:</source>
        <translation>Это был полный вход по HTTP, как в вашем приложении. То же из приложения:</translation>
    </message>
</context>
<context>
    <name>smsauth::FlowSession</name>
    <message>
        <source>The server is not running. Start it with F5, then try again.</source>
        <translation>Сервер не запущен. Запустите его клавишей F5 и повторите.</translation>
    </message>
    <message>
        <source>The code was accepted but did not arrive on the simulated phone. Look into the send log for the reason.</source>
        <translation>Запрос принят, но код не пришёл на симулятор телефона. Причина — в журнале отправки.</translation>
    </message>
    <message>
        <source>The server answered “%1”. The code from before is still valid: verify it.</source>
        <translation>Сервер ответил: «%1». Прежний код ещё действует: проверьте его.</translation>
    </message>
    <message>
        <source>No answer from %1: %2. Check that the server is running, then try again.</source>
        <translation>Нет ответа от %1: %2. Проверьте, что сервер запущен, и повторите.</translation>
    </message>
    <message>
        <source>The server answered with status %1. See the whole answer under Try it.</source>
        <translation>Сервер ответил с кодом %1. Весь ответ — на странице «Проба».</translation>
    </message>
    <message>
        <source>The server answered with status %1: “%2”.</source>
        <translation>Сервер ответил с кодом %1: «%2».</translation>
    </message>
</context>
<context>
    <name>smsauth::Format</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln день</numerusform>
            <numerusform>%Ln дня</numerusform>
            <numerusform>%Ln дней</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>только что</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Истекло</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Запрещено</translation>
    </message>
    <message>
        <source>Key lost</source>
        <translation>Ключ утрачен</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Использован</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Заменён</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Слишком много попыток</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Запускается…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>Simulated</source>
        <comment>mode</comment>
        <translation>Симуляция</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>mode</comment>
        <translation>Боевой</translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayEditor</name>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Views of the description</source>
        <translation>Виды описания</translation>
    </message>
    <message>
        <source>Ways to try it</source>
        <translation>Способы проверки</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Back to the gateways</source>
        <translation>Назад к шлюзам</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Строка %1, %2: %3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>An id has a–z, 0–9, - and _, at most 32, and begins with a letter or digit.</source>
        <translation>В ID допустимы a–z, 0–9, - и _, не больше 32 символов; первой стоит буква или цифра.</translation>
    </message>
    <message>
        <source>Another gateway has this id.</source>
        <translation>Этот ID уже есть у другого шлюза.</translation>
    </message>
    <message>
        <source>New gateway</source>
        <translation>Новый шлюз</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Изменить %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохраняется…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message numerus="yes">
        <source>The title is longer than %Ln character(s). Shorten it.</source>
        <translation>
            <numerusform>Название длиннее %Ln символа. Сократите его.</numerusform>
            <numerusform>Название длиннее %Ln символов. Сократите его.</numerusform>
            <numerusform>Название длиннее %Ln символов. Сократите его.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayFormView</name>
    <message>
        <source>Request for a message</source>
        <translation>Запрос на отправку сообщения</translation>
    </message>
    <message>
        <source>{to}, {text}, {id}, {ttl} stand for the message, {name} for a field from above. {to|digits} leaves only the digits.</source>
        <translation>{to}, {text}, {id}, {ttl} обозначают части сообщения, {name} — поле, заданное выше. {to|digits} оставляет только цифры.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Place in the reply</source>
        <translation>Место в ответе</translation>
    </message>
    <message>
        <source>Pattern; empty: must not be there</source>
        <translation>Шаблон; пусто: поля быть не должно</translation>
    </message>
    <message>
        <source>Add a field of the reply</source>
        <translation>Добавить поле ответа</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Fields that its page asks for. Secret ones go into the secret store.</source>
        <translation>Поля, которые запрашивает его страница. Секретные попадают в хранилище секретов.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Поля</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Обычное</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Секретное</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>When is a message sent? When the status and all fields are as here.</source>
        <translation>Когда сообщение отправлено? Когда статус и все поля такие, как здесь.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Простой текст</translation>
    </message>
    <message>
        <source>Kind of reply</source>
        <translation>Вид ответа</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Fields of a good reply</source>
        <translation>Поля успешного ответа</translation>
    </message>
    <message>
        <source>Pattern in the text</source>
        <translation>Шаблон в тексте</translation>
    </message>
    <message>
        <source>Message id</source>
        <translation>ID сообщения</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Words of an error</source>
        <translation>Текст ошибки</translation>
    </message>
    <message>
        <source>Several places, tried in order: [&quot;/code&quot;, &quot;/error_code&quot;]. In plain text: {&quot;re&quot;: &quot;ID: (.*)&quot;}.</source>
        <translation>Несколько мест, по порядку: [&quot;/code&quot;, &quot;/error_code&quot;]. В простом тексте: {&quot;re&quot;: &quot;ID: (.*)&quot;}.</translation>
    </message>
    <message>
        <source>What other replies mean</source>
        <translation>Что значат другие ответы</translation>
    </message>
    <message>
        <source>The first rule that fits counts. Without one: 401, 402, 403 the account; 408, 425, 429, 5xx busy; other 4xx the description is wrong.</source>
        <translation>Действует первое подходящее правило. Без правил: 401, 402, 403 — учётная запись; 408, 425, 429, 5xx — занято; другие 4xx — ошибка в описании.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>This number: give up</source>
        <translation>Этот номер: не повторять</translation>
    </message>
    <message>
        <source>Account: operator must act</source>
        <translation>Учётная запись: нужен оператор</translation>
    </message>
    <message>
        <source>Busy: try again</source>
        <translation>Занято: повторить</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Description is wrong</source>
        <translation>Ошибка в описании</translation>
    </message>
    <message>
        <source>Unknown: may be sent</source>
        <translation>Неизвестно: могло уйти</translation>
    </message>
    <message>
        <source>Test of the credentials</source>
        <translation>Проверка учётных данных</translation>
    </message>
    <message>
        <source>The gateway has a request that tests them without sending</source>
        <translation>У шлюза есть запрос, который проверяет их без отправки</translation>
    </message>
    <message>
        <source>Status when good</source>
        <translation>Статус при успехе</translation>
    </message>
    <message>
        <source>Fields when good</source>
        <translation>Поля при успехе</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>The gateway tells what is left on the account</source>
        <translation>Шлюз сообщает, сколько осталось на счёте</translation>
    </message>
    <message>
        <source>Place of the amount</source>
        <translation>Место суммы</translation>
    </message>
    <message>
        <source>Currency, or its place</source>
        <translation>Валюта или её место</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln character(s): lists have no room for more.</source>
        <translation>
            <numerusform>Не больше %Ln символа: для большего в списках нет места.</numerusform>
            <numerusform>Не больше %Ln символов: для большего в списках нет места.</numerusform>
            <numerusform>Не больше %Ln символов: для большего в списках нет места.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Добавить правило</translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayJsonView</name>
    <message>
        <source>Description as JSON</source>
        <translation>Описание в виде JSON</translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayList</name>
    <message>
        <source>Find a gateway</source>
        <translation>Найти шлюз</translation>
    </message>
    <message>
        <source>&amp;Add your own</source>
        <translation>&amp;Добавить свой</translation>
    </message>
    <message>
        <source>Add your own gateway</source>
        <translation>Добавить свой шлюз</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>Список шлюзов</translation>
    </message>
    <message>
        <source>Drag, or Alt+Up and Alt+Down, put them in another order.</source>
        <translation>Порядок меняется перетаскиванием или клавишами Alt+Вверх и Alt+Вниз.</translation>
    </message>
    <message>
        <source>Add or copy a gateway</source>
        <translation>Добавить или скопировать шлюз</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Симулятор</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Непригоден</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Настроен</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Automatic order</source>
        <translation>Автоматический порядок</translation>
    </message>
    <message>
        <source>From scratch…</source>
        <translation>С нуля…</translation>
    </message>
    <message>
        <source>Copy of %1…</source>
        <translation>Копия %1…</translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayPage</name>
    <message>
        <source>Test &amp;credentials</source>
        <translation>Проверить &amp;учётные данные</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Не используется</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохраняется…</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Проверяется…</translation>
    </message>
    <message>
        <source>Switching…</source>
        <translation>Переключается…</translation>
    </message>
    <message>
        <source>&amp;Use this gateway</source>
        <translation>&amp;Использовать этот шлюз</translation>
    </message>
    <message>
        <source>%1 accepts these credentials.</source>
        <translation>%1 принимает эти учётные данные.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>From now on every sign-in sends a real SMS through %1, which it will charge for. Codes are no longer shown here.</source>
        <translation>С этого момента каждый вход отправляет настоящее платное SMS через %1. Коды здесь больше не показываются.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that wait for the simulator will be cancelled.</source>
        <translation>
            <numerusform>%Ln сообщение, ожидающее симулятора, будет отменено.</numerusform>
            <numerusform>%Ln сообщения, ожидающие симулятора, будут отменены.</numerusform>
            <numerusform>%Ln сообщений, ожидающих симулятора, будут отменены.</numerusform>
        </translation>
    </message>
    <message>
        <source>A credential is not set yet: %1 will probably refuse every message.</source>
        <translation>Не все учётные данные заданы: %1, вероятно, отклонит каждое сообщение.</translation>
    </message>
    <message>
        <source>Your changes on this page are saved first.</source>
        <translation>Сначала будут сохранены изменения на этой странице.</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Перейти в боевой режим</translation>
    </message>
    <message>
        <source>Go live with %1?</source>
        <translation>Перейти в боевой режим с %1?</translation>
    </message>
    <message>
        <source>Go live with %1</source>
        <translation>Перейти в боевой режим с %1</translation>
    </message>
    <message>
        <source>%1 is in use now.</source>
        <translation>Теперь используется %1.</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>Из&amp;менить…</translation>
    </message>
    <message>
        <source>Make a &amp;copy…</source>
        <translation>Сделать &amp;копию…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>У&amp;далить</translation>
    </message>
    <message>
        <source>The file %1.json in the profile cannot be used. Line %2: %3</source>
        <translation>Файл %1.json в профиле не годится. Строка %2: %3</translation>
    </message>
    <message>
        <source>The file %1.json in the profile cannot be used, so the gateway that comes with the program is there instead. Line %2: %3</source>
        <translation>Файл %1.json в профиле не годится, поэтому вместо него взят шлюз из состава программы. Строка %2: %3</translation>
    </message>
    <message>
        <source>Correct it…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Its description lies in the folder “providers” of the profile.</source>
        <translation>Его описание лежит в папке «providers» профиля.</translation>
    </message>
    <message>
        <source>Its description comes with the program. Change a copy of it.</source>
        <translation>Его описание входит в состав программы. Сделайте копию и меняйте её.</translation>
    </message>
    <message>
        <source>In use. Choose another gateway first.</source>
        <translation>Используется. Сначала выберите другой шлюз.</translation>
    </message>
    <message>
        <source>Balance: %1</source>
        <translation>Баланс: %1</translation>
    </message>
    <message>
        <source>%1 refuses them: %2</source>
        <translation>%1 отклоняет их: %2</translation>
    </message>
    <message>
        <source>%1 does not tell the balance: %2</source>
        <translation>%1 не сообщает баланс: %2</translation>
    </message>
</context>
<context>
    <name>smsauth::GatewayTestCard</name>
    <message>
        <source>Try it with your own phone</source>
        <translation>Проверьте на своём телефоне</translation>
    </message>
    <message>
        <source>Sends one real SMS with the values above, saved or not.</source>
        <translation>Отправит одно настоящее SMS со значениями выше, даже если они не сохранены.</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Телефон</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Отправляется…</translation>
    </message>
    <message>
        <source>Send &amp;test SMS</source>
        <translation>Отправить &amp;пробное SMS</translation>
    </message>
    <message>
        <source>%1 did not take it: %2</source>
        <translation>%1 не принял сообщение: %2</translation>
    </message>
    <message>
        <source>Delivered.</source>
        <translation>Доставлено.</translation>
    </message>
    <message>
        <source>%1 took it. It should arrive within a minute.</source>
        <translation>%1 принял сообщение. Оно должно прийти в течение минуты.</translation>
    </message>
    <message>
        <source>%1 took it as %2. It should arrive within a minute.</source>
        <translation>%1 принял сообщение под номером %2. Оно должно прийти в течение минуты.</translation>
    </message>
</context>
<context>
    <name>smsauth::HelpDialog</name>
    <message>
        <source>Help: %1</source>
        <translation>Справка: %1</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Is the server up, is anything wrong, and how do I get a code.

Press Enter: a code is sent to the simulated phone on the right. Press Enter again: it is verified, and you have the token that your app would get. Below stands what was sent today, and what needs your attention.</source>
        <translation>Работает ли сервер, всё ли в порядке и как получить код.

Нажмите Enter: код придёт на имитируемый телефон справа. Нажмите Enter ещё раз: код будет проверен, и у вас будет токен, который получило бы ваше приложение. Ниже видно, что отправлено сегодня и что требует внимания.</translation>
    </message>
    <message>
        <source>The codes that are valid now, for whom, and for how long.

Choose one to see what happened to it. In live mode the digits are hidden; revealing them is written to the audit trail. A deleted code can be taken back for eight seconds with Ctrl+Z.</source>
        <translation>Коды, которые действуют сейчас: для кого и как долго.

Выберите код, чтобы увидеть, что с ним происходило. В боевом режиме цифры скрыты; их показ записывается в журнал аудита. Удалённый код можно вернуть в течение восьми секунд клавишами Ctrl+Z.</translation>
    </message>
    <message>
        <source>Signs in as your app would: over HTTP, to the running server.

Send a code, verify it, and look at both requests and answers as they went over the wire.</source>
        <translation>Вход так, как это сделало бы ваше приложение: по HTTP, на работающий сервер.

Отправьте код, проверьте его и посмотрите оба запроса и ответа такими, какими они прошли по сети.</translation>
    </message>
    <message>
        <source>What went out, whether it arrived, and if not, why: every attempt with the gateway&apos;s own words.

Requests that a limit has blocked are rows as well. The log can be filtered and exported.</source>
        <translation>Что было отправлено, дошло ли оно, а если нет — почему: каждая попытка со словами самого шлюза.

Запросы, остановленные ограничением, тоже видны как строки. Журнал можно отбирать и выгружать.</translation>
    </message>
    <message>
        <source>Through which gateway messages go.

The simulator is active at first and needs nothing. Enter the credentials of a gateway, check them, send a test SMS, and only then go live with it.</source>
        <translation>Через какой шлюз идут сообщения.

Сначала работает имитатор, ему ничего не нужно. Введите учётные данные шлюза, проверьте их, отправьте пробное SMS и только потом переходите в боевой режим.</translation>
    </message>
    <message>
        <source>How much has expired and when it goes by itself.

Clearing by hand can be taken back for eight seconds. Live codes and users are never touched.</source>
        <translation>Сколько истекло и когда это исчезнет само.

Очистку вручную можно отменить в течение восьми секунд. Действующие коды и пользователи никогда не затрагиваются.</translation>
    </message>
    <message>
        <source>Who has signed in, and when.

A user is created by the first correct code. Here they can be found, blocked, given another number or deleted.</source>
        <translation>Кто и когда входил.

Пользователь создаётся первым верным кодом. Здесь его можно найти, заблокировать, сменить ему номер или удалить.</translation>
    </message>
    <message>
        <source>Everything that the server can be told, with its range and where its value comes from.

What comes from the environment or the command line can be changed only there. New settings are checked before they are applied; if the server does not start with them, the old ones come back.</source>
        <translation>Всё, что можно задать серверу: допустимые значения и откуда взято текущее.

Заданное окружением или командной строкой меняется только там. Новые настройки проверяются до применения; если сервер с ними не запускается, возвращаются прежние.</translation>
    </message>
    <message>
        <source>Who may get codes, how often, and from where.

Choose a preset or set the limits one by one. Before you apply them, the line at the bottom says what they would have done to the requests of the last seven days. Test numbers and faults of the simulator let codes be late, lost or refused, so that you see what your app does then.</source>
        <translation>Кто может получать коды, как часто и откуда.

Выберите набор или задайте ограничения по одному. Пока они не применены, строка внизу говорит, что они сделали бы с запросами последних семи дней. Тестовые номера и сбои симулятора задерживают, теряют и отклоняют коды: так видно, что тогда делает ваше приложение.</translation>
    </message>
    <message>
        <source>Who did what: settings, secrets, codes and users that were changed by hand, going live, debug codes.

Every row is sealed together with the one before it, and the newest seal lies outside of the database. Verify says whether rows were changed, removed, inserted or moved since, and whether the database was replaced by an older copy. Restoring a back-up here is none of these; it is a row of its own.</source>
        <translation>Кто что сделал: настройки, секреты, коды и пользователи, изменённые вручную, переход в боевой режим, отладочные коды.

Каждая строка запечатана вместе с предыдущей, а самая новая печать лежит вне базы данных. Кнопка «Проверить» показывает, не были ли с тех пор строки изменены, удалены, вставлены или переставлены и не подменена ли база данных более старой копией. Восстановление из резервной копии в этой программе сюда не относится: о нём есть своя строка.</translation>
    </message>
</context>
<context>
    <name>smsauth::HistoryView</name>
    <message>
        <source>Flows of this profile</source>
        <translation>Входы этого профиля</translation>
    </message>
    <message>
        <source>Search the flows</source>
        <translation>Поиск по входам</translation>
    </message>
    <message>
        <source>Number, words or status</source>
        <translation>Номер, слова или статус</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Asks for a new code with the same number; a run is started with the same figures</source>
        <translation>Запрашивает новый код для того же номера; прогон запускается с теми же параметрами</translation>
    </message>
    <message>
        <source>No flows yet. Each one that you try leaves a row here.</source>
        <translation>Входов пока нет. Каждая попытка оставляет здесь строку.</translation>
    </message>
    <message>
        <source>No flow matches.</source>
        <translation>Ничего не найдено.</translation>
    </message>
    <message>
        <source>Show all flows</source>
        <translation>Показать все входы</translation>
    </message>
    <message>
        <source>The number of this flow can no longer be read: its key was not kept. Enter the number instead.</source>
        <translation>Номер этого входа больше нельзя прочитать: ключ не сохранился. Введите номер сами.</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>По шагам</translation>
    </message>
    <message>
        <source>Both steps</source>
        <translation>Оба шага</translation>
    </message>
    <message numerus="yes">
        <source>%Ln flow(s)</source>
        <translation>
            <numerusform>%Ln вход</numerusform>
            <numerusform>%Ln входа</numerusform>
            <numerusform>%Ln входов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>успешно %1, с ошибкой %2</translation>
    </message>
    <message>
        <source>As expected: %1 %2</source>
        <translation>Как ожидалось: %1 %2</translation>
    </message>
    <message>
        <source>Not as expected: %1 %2</source>
        <translation>Не как ожидалось: %1 %2</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Вход выполнен</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Нет ответа: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Заняло</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>The history of flows cannot be read.</source>
        <translation>Не удалось прочитать историю входов.</translation>
    </message>
    <message>
        <source>The history of flows is not kept.</source>
        <translation>История входов не сохраняется.</translation>
    </message>
</context>
<context>
    <name>smsauth::LatencyChart</name>
    <message>
        <source>Times in the course of the run</source>
        <translation>Время по ходу прогона</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>The times of the flows appear here.</source>
        <translation>Здесь появится время входов.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln с ошибкой</numerusform>
            <numerusform>%Ln с ошибкой</numerusform>
            <numerusform>%Ln с ошибкой</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::LimitWindows</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln день</numerusform>
            <numerusform>%Ln дня</numerusform>
            <numerusform>%Ln дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln час</numerusform>
            <numerusform>%Ln часа</numerusform>
            <numerusform>%Ln часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln минуту</numerusform>
            <numerusform>%Ln минуты</numerusform>
            <numerusform>%Ln минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln секунду</numerusform>
            <numerusform>%Ln секунды</numerusform>
            <numerusform>%Ln секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 за %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Add a time</source>
        <translation>Добавить время</translation>
    </message>
    <message>
        <source>%1: add a time</source>
        <translation>%1: добавить время</translation>
    </message>
    <message>
        <source>within</source>
        <extracomment>between a number of codes and a length of time: 5 within 1 hour</extracomment>
        <translation>за</translation>
    </message>
    <message>
        <source>%1: number of codes %2</source>
        <translation>%1: число кодов %2</translation>
    </message>
    <message>
        <source>%1: length of time %2</source>
        <translation>%1: промежуток времени %2</translation>
    </message>
    <message>
        <source>%1: remove time %2</source>
        <translation>%1: убрать время %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Two of these are for %1. Change one of them, or remove it.</source>
        <translation>Два из них заданы на %1. Измените одно или уберите его.</translation>
    </message>
</context>
<context>
    <name>smsauth::LimitsCard</name>
    <message>
        <source>One number</source>
        <translation>Один номер</translation>
    </message>
    <message>
        <source>One address</source>
        <translation>Один адрес</translation>
    </message>
    <message>
        <source>One range of numbers</source>
        <translation>Один диапазон номеров</translation>
    </message>
    <message>
        <source>One country</source>
        <translation>Одна страна</translation>
    </message>
    <message>
        <source>Everybody together</source>
        <translation>Все вместе</translation>
    </message>
    <message>
        <source>Nobody is flooded with messages.</source>
        <translation>Никого не завалит сообщениями.</translation>
    </message>
    <message>
        <source>The computer or network that asks: one IPv4 address, or one IPv6 network (/64).</source>
        <translation>Компьютер или сеть, откуда идёт запрос: один адрес IPv4 или одна сеть IPv6 (/64).</translation>
    </message>
    <message>
        <source>Numbers that differ only in their last four digits: they are bought and abused together.</source>
        <translation>Номера, у которых различаются только последние четыре цифры: их скупают и используют для злоупотреблений вместе.</translation>
    </message>
    <message>
        <source>All numbers of a country: bounds what a wave of paid numbers there can cost.</source>
        <translation>Все номера одной страны: ограничивает ущерб от волны платных номеров.</translation>
    </message>
    <message>
        <source>The most that can be sent, and charged, in that time.</source>
        <translation>Наибольшее число сообщений, которое можно отправить и оплатить за это время.</translation>
    </message>
    <message>
        <source>Not in force with the preset “As the library”.</source>
        <translation>Не действуют при наборе «Как в библиотеке».</translation>
    </message>
    <message>
        <source>Not in force while every SMS is simulated; they are as soon as real ones are sent.</source>
        <translation>Не действуют, пока все SMS симулируются; начнут действовать, как только пойдут настоящие.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Как часто</translation>
    </message>
    <message>
        <source>How many codes may be sent in a time that begins with the first of them. Who asks for more gets the answer 429 with the time to wait.</source>
        <translation>Сколько кодов можно отправить за время, которое отсчитывается от первого из них. Кто просит больше, получает ответ 429 и время ожидания.</translation>
    </message>
</context>
<context>
    <name>smsauth::LockScreen</name>
    <message>
        <source>Word to unlock with</source>
        <translation>Слово для отпирания</translation>
    </message>
    <message>
        <source>The same word again</source>
        <translation>То же слово ещё раз</translation>
    </message>
    <message>
        <source>Do not lock</source>
        <translation>Не запирать</translation>
    </message>
    <message>
        <source>Choose a word to unlock with</source>
        <translation>Задайте слово для отпирания</translation>
    </message>
    <message>
        <source>It keeps others from reading what stands here while you are away. It is not stored: after a restart the console is open.</source>
        <translation>Оно не даёт другим читать то, что здесь видно, пока вас нет. Слово не сохраняется: после перезапуска консоль открыта.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Запереть</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Заперто</translation>
    </message>
    <message>
        <source>The server goes on working.</source>
        <translation>Сервер продолжает работать.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Отпереть</translation>
    </message>
    <message>
        <source>Type a word.</source>
        <translation>Введите слово.</translation>
    </message>
    <message>
        <source>This is not the word. Try again.</source>
        <translation>Это не то слово. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The two are not the same. Type it twice once more.</source>
        <translation>Фразы не совпадают. Введите её дважды ещё раз.</translation>
    </message>
</context>
<context>
    <name>smsauth::Locking</name>
    <message>
        <source>&amp;Lock</source>
        <translation>За&amp;переть</translation>
    </message>
    <message>
        <source>Lock after ten &amp;minutes of rest</source>
        <translation>Запирать после десяти &amp;минут бездействия</translation>
    </message>
</context>
<context>
    <name>smsauth::LogActions</name>
    <message>
        <source>Send a&amp;gain</source>
        <translation>Отправить &amp;ещё раз</translation>
    </message>
    <message>
        <source>Only this &amp;number</source>
        <translation>Только этот &amp;номер</translation>
    </message>
    <message>
        <source>Start the server first (F5): nothing is sent while it is stopped.</source>
        <translation>Сначала запустите сервер (F5): пока он остановлен, ничего не отправляется.</translation>
    </message>
    <message>
        <source>The same code is on its way again: it is still valid.</source>
        <translation>Отправлен тот же код: он ещё действует.</translation>
    </message>
    <message>
        <source>A new code is on its way to this number.</source>
        <translation>На этот номер отправлен новый код.</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Показать</translation>
    </message>
</context>
<context>
    <name>smsauth::LogAdvice</name>
    <message>
        <source>&amp;Send again</source>
        <translation>&amp;Отправить ещё раз</translation>
    </message>
    <message>
        <source>The gateway does not accept the credentials.</source>
        <translation>Шлюз не принимает учётные данные.</translation>
    </message>
    <message>
        <source>&amp;Check the credentials of %1</source>
        <translation>&amp;Проверить учётные данные %1</translation>
    </message>
    <message>
        <source>The gateway wants to be paid first.</source>
        <translation>Шлюз требует сначала оплатить счёт.</translation>
    </message>
    <message>
        <source>&amp;Look at %1</source>
        <translation>&amp;Посмотреть %1</translation>
    </message>
    <message>
        <source>The gateway could not be reached.</source>
        <translation>Шлюз недоступен.</translation>
    </message>
    <message>
        <source>The gateway was not able to take it.</source>
        <translation>Шлюз не смог принять сообщение.</translation>
    </message>
    <message>
        <source>The gateway refused this message; below is why. Sent again as it is, it is refused again.</source>
        <translation>Шлюз отказался принять это сообщение; причина указана ниже. Если отправить его ещё раз без изменений, он снова откажет.</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>Сообщение в пути.</translation>
    </message>
    <message>
        <source>Its code was used.</source>
        <translation>Код использован.</translation>
    </message>
    <message>
        <source>It went out, but its code was not used in time.</source>
        <translation>Сообщение ушло, но код не использовали вовремя.</translation>
    </message>
    <message>
        <source>The network could not deliver it: the phone may be off or out of reach.</source>
        <translation>Сеть не смогла доставить сообщение: возможно, телефон выключен или вне зоны связи.</translation>
    </message>
    <message>
        <source>Its code ran out before the gateway took it.</source>
        <translation>Срок кода вышел раньше, чем шлюз принял сообщение.</translation>
    </message>
    <message>
        <source>It was called back before it went out.</source>
        <translation>Сообщение отозвано до отправки.</translation>
    </message>
    <message>
        <source>Nothing was sent: a rule of protection stopped the request.</source>
        <translation>Ничего не отправлено: запрос остановило правило защиты.</translation>
    </message>
    <message>
        <source>&amp;Open this limit</source>
        <translation>&amp;Открыть это ограничение</translation>
    </message>
    <message>
        <source>The key that sealed its text is gone, so that it could not be read any more. That happens at a restart while secrets are kept in memory.</source>
        <translation>Ключ, которым был запечатан текст, утрачен, и прочитать его больше нельзя. Так бывает после перезапуска, если секреты хранятся в памяти.</translation>
    </message>
</context>
<context>
    <name>smsauth::LogExportCard</name>
    <message>
        <source>&amp;Whole phone numbers</source>
        <translation>&amp;Полные номера телефонов</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Выгрузить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, для таблиц</translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation>JSON Lines, для программ</translation>
    </message>
    <message>
        <source>Format of the export</source>
        <translation>Формат выгрузки</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Файл для записи</translation>
    </message>
    <message>
        <source>Choose the file to write</source>
        <translation>Выбрать файл для записи</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход выгрузки</translation>
    </message>
    <message>
        <source>Close the export</source>
        <translation>Закрыть выгрузку</translation>
    </message>
    <message>
        <source>Otherwise phones are written as +1202•••0101. Codes and texts are never written.</source>
        <translation>Иначе номера записываются в виде +1202•••0101. Коды и тексты не записываются никогда.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>В %1 записана %Ln строка.</numerusform>
            <numerusform>В %1 записано %Ln строки.</numerusform>
            <numerusform>В %1 записано %Ln строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; no file was left.</source>
        <translation>Выгрузка отменена; файл не сохранён.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and try again.</source>
        <translation>Выберите другую папку или освободите место на диске и повторите.</translation>
    </message>
    <message>
        <source>Export the send log</source>
        <translation>Выгрузка журнала отправки</translation>
    </message>
    <message>
        <source>The filter cannot be used as it is. Correct what is underlined.</source>
        <translation>С таким отбором работать нельзя. Исправьте подчёркнутое.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Отменить выгрузку</translation>
    </message>
    <message>
        <source>Whole phone numbers; codes and texts are left out.</source>
        <translation>Номера полностью; без кодов и текстов.</translation>
    </message>
    <message>
        <source>All that the filter finds, with masked phones.</source>
        <translation>Всё, что найдёт отбор, со скрытыми номерами.</translation>
    </message>
    <message>
        <source>%1 rows so far, back to %2</source>
        <translation>Строк пока: %1, просмотрено до %2</translation>
    </message>
    <message>
        <source>%1 rows so far</source>
        <translation>Строк пока: %1</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Заменить</translation>
    </message>
</context>
<context>
    <name>smsauth::LogFilterTexts</name>
    <message>
        <source>What comes after “%1”?</source>
        <translation>Что идёт после «%1»?</translation>
    </message>
    <message>
        <source>“%1:” is not known here. Use %2, or put the words in quotation marks.</source>
        <translation>«%1:» здесь неизвестно. Используйте %2 или возьмите слова в кавычки.</translation>
    </message>
    <message>
        <source>There is no state “%1”.</source>
        <translation>Состояния «%1» нет.</translation>
    </message>
    <message>
        <source>“%1” is no part of a phone number. Write +12025550101, +1202* or *0101.</source>
        <translation>«%1» не может быть частью номера. Напишите +12025550101, +1202* или *0101.</translation>
    </message>
    <message>
        <source>“%1” is no span of time. Write 30m, 24h, 7d or 2w.</source>
        <translation>«%1» — не промежуток времени. Напишите 30m, 24h, 7d или 2w.</translation>
    </message>
    <message>
        <source>“%1” is no date. Write 2026-01-31 or 2026-01-31T12:30.</source>
        <translation>«%1» — не дата. Напишите 2026-01-31 или 2026-01-31T12:30.</translation>
    </message>
    <message>
        <source>After “verified:” comes yes or no.</source>
        <translation>После «verified:» идёт yes или no.</translation>
    </message>
    <message>
        <source>“%1” cannot be turned round with a minus sign.</source>
        <translation>Перед «%1» нельзя ставить минус.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Кавычка не закрыта.</translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>Отбор слишком длинный.</translation>
    </message>
</context>
<context>
    <name>smsauth::MainWindow</name>
    <message numerus="yes">
        <source>%1 copied. It leaves the clipboard in %Ln second(s).</source>
        <translation>
            <numerusform>Скопировано: %1. Буфер обмена очистится через %Ln секунду.</numerusform>
            <numerusform>Скопировано: %1. Буфер обмена очистится через %Ln секунды.</numerusform>
            <numerusform>Скопировано: %1. Буфер обмена очистится через %Ln секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Address copied.</source>
        <translation>Адрес скопирован.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>&amp;Find in page</source>
        <translation>&amp;Найти на странице</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Сервер</translation>
    </message>
    <message>
        <source>Start on a &amp;free port</source>
        <translation>Запустить на &amp;свободном порту</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Копировать адрес</translation>
    </message>
    <message>
        <source>Start with the &amp;console</source>
        <translation>Запускать вместе с &amp;консолью</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Сочетания клавиш</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>СИМУЛЯЦИЯ</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>БОЕВОЙ</translation>
    </message>
    <message>
        <source>%1 – SMS Auth Console – %2</source>
        <translation>%1 – SMS Auth Console – %2</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Инструменты</translation>
    </message>
    <message>
        <source>Find an &amp;action…</source>
        <translation>Найти &amp;действие…</translation>
    </message>
    <message>
        <source>&amp;About this page</source>
        <translation>Об этой &amp;странице</translation>
    </message>
    <message>
        <source>SMS Auth Console – locked</source>
        <translation>Консоль SMS-входа – заперта</translation>
    </message>
</context>
<context>
    <name>smsauth::MessageBubble</name>
    <message>
        <source>Use this code</source>
        <translation>Ввести этот код</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Копировать код</translation>
    </message>
    <message>
        <source>The text is no longer readable: its key is gone.</source>
        <translation>Текст больше нельзя прочитать: его ключ утрачен.</translation>
    </message>
    <message>
        <source>Copy code of message %1</source>
        <translation>Копировать код из сообщения %1</translation>
    </message>
    <message>
        <source>Use code of message %1</source>
        <translation>Ввести код из сообщения %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · used</source>
        <translation>%1 · использован</translation>
    </message>
    <message>
        <source>%1 · replaced by a newer code</source>
        <translation>%1 · заменён новым кодом</translation>
    </message>
    <message>
        <source>%1 · valid for %2</source>
        <translation>%1 · действует ещё %2</translation>
    </message>
    <message>
        <source>%1 · expired</source>
        <translation>%1 · истёк</translation>
    </message>
</context>
<context>
    <name>smsauth::MessagePreview</name>
    <message numerus="yes">
        <source>Sent as %Ln SMS.</source>
        <translation>
            <numerusform>Уйдёт как %Ln SMS.</numerusform>
            <numerusform>Уйдёт как %Ln SMS.</numerusform>
            <numerusform>Уйдёт как %Ln SMS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Room for %Ln more character(s).</source>
        <translation>
            <numerusform>Поместится ещё %Ln символ.</numerusform>
            <numerusform>Поместятся ещё %Ln символа.</numerusform>
            <numerusform>Поместится ещё %Ln символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>GSM alphabet, %1 of %2.</source>
        <translation>Алфавит GSM, %1 из %2.</translation>
    </message>
    <message>
        <source>UCS-2, %1 of %2: it has characters outside the GSM alphabet (%3), so an SMS holds less than half as many.</source>
        <translation>UCS-2, %1 из %2: в тексте есть символы не из алфавита GSM (%3), поэтому в одно SMS их входит более чем вдвое меньше.</translation>
    </message>
</context>
<context>
    <name>smsauth::MessageStory</name>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>код %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>Handed to %1</source>
        <translation>Передано: %1</translation>
    </message>
    <message>
        <source>Attempt %1: handed to %2</source>
        <translation>Попытка %1: передано %2</translation>
    </message>
</context>
<context>
    <name>smsauth::NumberDialog</name>
    <message>
        <source>Change number</source>
        <translation>Сменить номер</translation>
    </message>
    <message>
        <source>%1 gets another number. The user keeps everything else and signs in with the new one from now on.</source>
        <translation>Пользователь %1 получит другой номер. Всё остальное у него сохранится, а входить он теперь будет с новым номером.</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Новый номер</translation>
    </message>
</context>
<context>
    <name>smsauth::OneFlow</name>
    <message>
        <source>Send code</source>
        <translation>Отправить код</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Walk both</source>
        <translation>Пройти всё</translation>
    </message>
    <message>
        <source>Request and response</source>
        <translation>Запрос и ответ</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>What went over the wire</source>
        <translation>Что прошло по сети</translation>
    </message>
    <message>
        <source>Sends a code, reads it from the simulated phone and verifies it, as a test script would</source>
        <translation>Отправит код, прочитает его с симулятора телефона и проверит, как тестовый сценарий</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Code received</source>
        <translation>Код из SMS</translation>
    </message>
    <message>
        <source>The server is not running. Start it with F5.</source>
        <translation>Сервер не запущен. Запустите его клавишей F5.</translation>
    </message>
    <message>
        <source>The code has been sent to the simulated phone.</source>
        <translation>Код отправлен на симулятор телефона.</translation>
    </message>
    <message>
        <source>The code has been sent.</source>
        <translation>Код отправлен.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Вход выполнен.</translation>
    </message>
    <message>
        <source>The requests go over HTTP to the running server, as those of an app would.</source>
        <translation>Запросы идут по HTTP к работающему серверу, как из приложения.</translation>
    </message>
</context>
<context>
    <name>smsauth::OverviewPanel</name>
    <message>
        <source>Apps reach the server at %1. The send log and all else is kept in %2.</source>
        <translation>Приложения обращаются к серверу по адресу %1. Журнал и всё остальное хранится в %2.</translation>
    </message>
    <message>
        <source>The reason stands above.</source>
        <translation>Причина указана выше.</translation>
    </message>
    <message>
        <source>Apps cannot reach the server. Start it with F5.</source>
        <translation>Сервер недоступен приложениям. Запустите его клавишей F5.</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Одну минуту.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) could not be sent today.</source>
        <translation>
            <numerusform>Сегодня не удалось отправить %Ln сообщение.</numerusform>
            <numerusform>Сегодня не удалось отправить %Ln сообщения.</numerusform>
            <numerusform>Сегодня не удалось отправить %Ln сообщений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the send log</source>
        <translation>Открыть журнал отправки</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) for a code were blocked today.</source>
        <translation>
            <numerusform>Сегодня запрещён %Ln запрос кода.</numerusform>
            <numerusform>Сегодня запрещено %Ln запроса кода.</numerusform>
            <numerusform>Сегодня запрещено %Ln запросов кода.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Protection</source>
        <translation>Открыть защиту</translation>
    </message>
</context>
<context>
    <name>smsauth::PassphraseFields</name>
    <message>
        <source>Passphrase</source>
        <translation>Парольная фраза</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Парольная фраза ещё раз</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Новая парольная фраза</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase needs at least %Ln character(s).</source>
        <translation>
            <numerusform>В парольной фразе должно быть не меньше %Ln символа.</numerusform>
            <numerusform>В парольной фразе должно быть не меньше %Ln символов.</numerusform>
            <numerusform>В парольной фразе должно быть не меньше %Ln символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same. Type it twice once more.</source>
        <translation>Фразы не совпадают. Введите её дважды ещё раз.</translation>
    </message>
</context>
<context>
    <name>smsauth::PassphrasePrompt</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Leave the secrets locked</source>
        <translation>Оставить секреты запертыми</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Задайте парольную фразу</translation>
    </message>
    <message>
        <source>Enter the passphrase</source>
        <translation>Ввести парольную фразу</translation>
    </message>
    <message>
        <source>It will seal the secrets of this profile. Keep it: without it they are lost.</source>
        <translation>Ею будут запечатаны секреты этого профиля. Сохраните её: без неё они потеряны.</translation>
    </message>
    <message>
        <source>The secrets of this profile are in a sealed file. The server starts when it is open.</source>
        <translation>Секреты этого профиля лежат в запечатанном файле. Сервер запустится, когда он будет открыт.</translation>
    </message>
    <message>
        <source>Seal and start</source>
        <translation>Запечатать и запустить</translation>
    </message>
    <message>
        <source>Unlock and start</source>
        <translation>Отпереть и запустить</translation>
    </message>
</context>
<context>
    <name>smsauth::PhoneDock</name>
    <message>
        <source>Simulated phone</source>
        <translation>Симулятор телефона</translation>
    </message>
</context>
<context>
    <name>smsauth::PhoneEdit</name>
    <message>
        <source>+1 202-555-0101</source>
        <translation>+1 202-555-0101</translation>
    </message>
    <message>
        <source>A valid number</source>
        <translation>Номер верен</translation>
    </message>
</context>
<context>
    <name>smsauth::PresetCard</name>
    <message>
        <source>In force now: all limits below, because real SMS are sent.</source>
        <translation>Сейчас действуют все ограничения ниже, потому что отправляются настоящие SMS.</translation>
    </message>
    <message>
        <source>In force now: as the library, because every SMS is simulated.</source>
        <translation>Сейчас действует: как в библиотеке, потому что все SMS симулируются.</translation>
    </message>
    <message>
        <source>In force now: as the library, although real SMS are sent. Each one costs money.</source>
        <translation>Сейчас действует: как в библиотеке, хотя отправляются настоящие SMS. Каждое из них стоит денег.</translation>
    </message>
    <message>
        <source>In force now: as the library.</source>
        <translation>Сейчас действует: как в библиотеке.</translation>
    </message>
    <message>
        <source>In force now: Protect.</source>
        <translation>Сейчас действует: защитный набор.</translation>
    </message>
    <message>
        <source>In force now: Strict.</source>
        <translation>Сейчас действует: строгий набор.</translation>
    </message>
    <message>
        <source>In force now: your own values.</source>
        <translation>Сейчас действуют: свои значения.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Набор</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматический</translation>
    </message>
    <message>
        <source>As the library while simulated, so that tests run freely; all limits below once real SMS are sent.</source>
        <translation>Пока идёт симуляция — как в библиотеке, чтобы не мешать тестам; как только пойдут настоящие SMS — все ограничения ниже.</translation>
    </message>
    <message>
        <source>As the library</source>
        <translation>Как в библиотеке</translation>
    </message>
    <message>
        <source>Only the wait between two codes and the tries of a code; no limit on how many are sent.</source>
        <translation>Только ожидание между двумя кодами и число попыток; сколько кодов отправлять, не ограничено.</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Защитный</translation>
    </message>
    <message>
        <source>All limits, with values that ordinary users never reach, and a growing pause after wrong codes.</source>
        <translation>Все ограничения со значениями, которых обычные пользователи не достигают, и растущая пауза после неверных кодов.</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Строгий</translation>
    </message>
    <message>
        <source>The same with less room: for small apps, and while somebody tries to abuse yours.</source>
        <translation>То же, но с меньшим запасом: для небольших приложений и на время, когда кто-то злоупотребляет вашим.</translation>
    </message>
    <message>
        <source>Your own values</source>
        <translation>Свои значения</translation>
    </message>
    <message>
        <source>All limits, as they are set below.</source>
        <translation>Все ограничения, как они заданы ниже.</translation>
    </message>
</context>
<context>
    <name>smsauth::ProtectionPanel</name>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Защита</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Применяется…</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Применить</translation>
    </message>
    <message>
        <source>Something cannot be used as it is.</source>
        <translation>Что-то задано неверно.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not applied.</source>
        <translation>
            <numerusform>%Ln изменение не применено.</numerusform>
            <numerusform>%Ln изменения не применены.</numerusform>
            <numerusform>%Ln изменений не применены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Protection changed.</source>
        <translation>Защита изменена.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>As it was before.</source>
        <translation>Всё как прежде.</translation>
    </message>
</context>
<context>
    <name>smsauth::ProvidersPanel</name>
    <message>
        <source>The simulator is in use again. No SMS leaves this computer.</source>
        <translation>Снова работает симулятор. SMS не покидают этот компьютер.</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Шлюзы</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>My gateway</source>
        <translation>Мой шлюз</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Копия %1</translation>
    </message>
    <message>
        <source>Saved. Messages go out as it says from now on.</source>
        <translation>Сохранено. Теперь сообщения отправляются по этому описанию.</translation>
    </message>
    <message>
        <source>Saved. The gateway is in the list.</source>
        <translation>Сохранено. Шлюз появился в списке.</translation>
    </message>
    <message>
        <source>The changes were not saved.</source>
        <translation>Изменения не сохранены.</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Вернуться к правке</translation>
    </message>
    <message>
        <source>Deleted %1. What was saved for its fields stays in the profile.</source>
        <translation>Удалено: %1. Сохранённое для его полей остаётся в профиле.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
</context>
<context>
    <name>smsauth::RecordDetails</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>smsauth::RecordPanel</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>smsauth::RecordTable</name>
    <message numerus="yes">
        <source>%Ln or more new</source>
        <translation>
            <numerusform>не меньше %Ln нового</numerusform>
            <numerusform>не меньше %Ln новых</numerusform>
            <numerusform>не меньше %Ln новых</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln новое</numerusform>
            <numerusform>%Ln новых</numerusform>
            <numerusform>%Ln новых</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ReplyTester</name>
    <message>
        <source>Status of the reply</source>
        <translation>Статус ответа</translation>
    </message>
    <message>
        <source>Headers of the reply</source>
        <translation>Заголовки ответа</translation>
    </message>
    <message>
        <source>Body of the reply</source>
        <translation>Тело ответа</translation>
    </message>
    <message>
        <source>Paste what the gateway answers, for example from its documentation.</source>
        <translation>Вставьте ответ шлюза, например из его документации.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Correct the description first; then this reply is read.</source>
        <translation>Сначала исправьте описание; тогда ответ будет разобран.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>This number: give up</source>
        <translation>Этот номер: не повторять</translation>
    </message>
    <message>
        <source>Account: operator must act</source>
        <translation>Учётная запись: дело за оператором</translation>
    </message>
    <message>
        <source>Description is wrong</source>
        <translation>Ошибка в описании</translation>
    </message>
    <message>
        <source>Busy: try again</source>
        <translation>Занят: повторить</translation>
    </message>
    <message>
        <source>Unknown: may be sent</source>
        <translation>Неизвестно: возможно, отправлено</translation>
    </message>
    <message>
        <source>All that a good reply must have is there.</source>
        <translation>Есть всё, что должно быть в успешном ответе.</translation>
    </message>
    <message>
        <source>Because of rule %1.</source>
        <translation>По правилу %1.</translation>
    </message>
    <message>
        <source>No rule fits, so the HTTP status decides.</source>
        <translation>Ни одно правило не подошло, поэтому решает статус HTTP.</translation>
    </message>
    <message>
        <source>Not a good reply: status %1 is not %2.</source>
        <translation>Ответ не успешный: статус %1, а нужен %2.</translation>
    </message>
    <message>
        <source>Not a good reply: there is no %1.</source>
        <translation>Ответ не успешный: нет %1.</translation>
    </message>
    <message>
        <source>Not a good reply: %1 is “%2”, which does not match %3.</source>
        <translation>Ответ не успешный: %1 — «%2», что не соответствует %3.</translation>
    </message>
    <message>
        <source>Not a good reply: %1 is there: “%2”.</source>
        <translation>Ответ не успешный: есть %1: «%2».</translation>
    </message>
    <message>
        <source>Not a good reply: the text does not match %1.</source>
        <translation>Ответ не успешный: текст не соответствует %1.</translation>
    </message>
    <message>
        <source>Message id: %1</source>
        <translation>Номер сообщения: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message numerus="yes">
        <source>Not before %Ln second(s) are over.</source>
        <translation>
            <numerusform>Не раньше чем через %Ln секунду.</numerusform>
            <numerusform>Не раньше чем через %Ln секунды.</numerusform>
            <numerusform>Не раньше чем через %Ln секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Words: %1</source>
        <translation>Текст ошибки: %1</translation>
    </message>
</context>
<context>
    <name>smsauth::RequestForm</name>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>query</source>
        <translation>параметры URL</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Add to the query</source>
        <translation>Добавить параметр URL</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>заголовки</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Добавить заголовок</translation>
    </message>
    <message>
        <source>form</source>
        <translation>форма</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Login and password (Basic)</source>
        <translation>Логин и пароль (Basic)</translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation>Токен (Bearer)</translation>
    </message>
    <message>
        <source>Token after a word of its own</source>
        <translation>Токен после своего слова</translation>
    </message>
    <message>
        <source>A header of its own</source>
        <translation>Свой заголовок</translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation>Поля формы</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Аутентификация</translation>
    </message>
    <message>
        <source>Login, word or header</source>
        <translation>Логин, слово или заголовок</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Пароль или токен</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Параметры URL</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Тело</translation>
    </message>
    <message>
        <source>Body as JSON</source>
        <translation>Тело в виде JSON</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Слово</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
</context>
<context>
    <name>smsauth::RequestPreview</name>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Test of the credentials</source>
        <translation>Проверка учётных данных</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Баланс</translation>
    </message>
    <message>
        <source>Request to show</source>
        <translation>Какой запрос показать</translation>
    </message>
    <message>
        <source>Phone of the sample</source>
        <translation>Телефон для примера</translation>
    </message>
    <message>
        <source>Text of the sample</source>
        <translation>Текст для примера</translation>
    </message>
    <message>
        <source>Request that would go out</source>
        <translation>Запрос, который был бы отправлен</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Для чего</translation>
    </message>
    <message>
        <source>Correct the description first; then its request is shown here.</source>
        <translation>Сначала исправьте описание; тогда здесь появится его запрос.</translation>
    </message>
    <message>
        <source>There would be no request: %1</source>
        <translation>Запроса не было бы: %1</translation>
    </message>
    <message>
        <source>The description has no such request.</source>
        <translation>В описании нет такого запроса.</translation>
    </message>
    <message>
        <source>Without a value so far, so something stands in: %1</source>
        <translation>Значение пока не задано, вместо него подставлен пример: %1</translation>
    </message>
    <message>
        <source>This is no valid phone number, so another one is shown.</source>
        <translation>Это не номер телефона, поэтому показан другой.</translation>
    </message>
</context>
<context>
    <name>smsauth::RestoreQuestion</name>
    <message>
        <source>%1: %2 in the back-up, %3 now</source>
        <translation>%1: %2 в резервной копии, сейчас %3</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>Last sign-in in the back-up: %1</source>
        <translation>Последний вход в резервной копии: %1</translation>
    </message>
    <message>
        <source>The server starts anew on it. The database that is there now stays beside it under a dated name. Codes of the back-up are no longer accepted and waiting messages are not sent: they may have been used since.</source>
        <translation>Сервер перезапустится с ней. Нынешняя база данных останется рядом под именем с датой. Коды из резервной копии больше не принимаются, а ожидающие сообщения не отправляются: с тех пор их могли использовать.</translation>
    </message>
    <message>
        <source>It was made with another key: texts that are sealed in it cannot be read here (key_lost). Users and the rows of the log can.</source>
        <translation>Она сделана с другим ключом: запечатанные в ней тексты здесь не прочитать (key_lost). Пользователей и строки журнала прочитать можно.</translation>
    </message>
    <message>
        <source>Restore a back-up</source>
        <translation>Восстановление из резервной копии</translation>
    </message>
    <message>
        <source>Restore %1?</source>
        <translation>Восстановить %1?</translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln user(s)</source>
        <translation>
            <numerusform>Восстановить %Ln пользователя</numerusform>
            <numerusform>Восстановить %Ln пользователей</numerusform>
            <numerusform>Восстановить %Ln пользователей</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 in the back-up</source>
        <translation>%1: %2 в резервной копии</translation>
    </message>
</context>
<context>
    <name>smsauth::RowList</name>
    <message>
        <source>%1: remove row %2</source>
        <translation>%1: удалить строку %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>smsauth::RunMany</name>
    <message>
        <source>Start run</source>
        <translation>Начать прогон</translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Сохранить отчёт…</translation>
    </message>
    <message>
        <source>Each flow is a sign-in, the code from the simulated phone and a verify, over HTTP, each with the next number.</source>
        <translation>Каждый вход — это запрос кода, код с симулируемого телефона и проверка, по HTTP, каждый раз со следующим номером.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Без предела</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Входов</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Сразу</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>В секунду</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Первый номер</translation>
    </message>
    <message>
        <source>JUnit (XML)</source>
        <translation>JUnit (XML)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Counting up from this number leads to numbers that are not valid. Choose another first number, or fewer flows.</source>
        <translation>Счёт от этого номера приводит к недействительным номерам. Выберите другой первый номер или меньше входов.</translation>
    </message>
    <message>
        <source>Needs a running server in simulated mode.</source>
        <translation>Нужен работающий сервер в режиме симуляции.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Сохранение отчёта</translation>
    </message>
    <message>
        <source>JUnit reports (*.xml)</source>
        <translation>Отчёты JUnit (*.xml)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Файлы JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Отчёт сохранён в %1.</translation>
    </message>
    <message>
        <source>The report was not saved: %1</source>
        <translation>Отчёт не сохранён: %1</translation>
    </message>
</context>
<context>
    <name>smsauth::RunOutcome</name>
    <message>
        <source>Sign-in</source>
        <translation>Запрос кода</translation>
    </message>
    <message>
        <source>Code arrival</source>
        <translation>Доставка кода</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>A number that has asked before must wait: count from another first number, or set the resend wait to 0 in the settings.</source>
        <translation>Номер, уже просивший код, должен подождать: начните с другого первого номера или задайте в настройках ожидание перед повтором 0.</translation>
    </message>
    <message>
        <source>The limits of sign-ins are on: with SMS_AUTH_LIMITS = seed only the wait and the tries remain.</source>
        <translation>Включены ограничения входов: при SMS_AUTH_LIMITS = seed остаются только ожидание и попытки.</translation>
    </message>
    <message>
        <source>Some requests had no answer: see whether the server still runs, or run fewer at once.</source>
        <translation>Часть запросов осталась без ответа: проверьте, работает ли сервер, или уменьшите число одновременных входов.</translation>
    </message>
    <message>
        <source>The server refused work for a moment: run fewer at once, or set a rate.</source>
        <translation>Сервер на время отказывал: уменьшите число одновременных входов или задайте темп.</translation>
    </message>
    <message>
        <source>Codes were accepted but did not arrive in time: the send log says why.</source>
        <translation>Коды приняты, но не пришли вовремя: причина — в журнале отправки.</translation>
    </message>
    <message>
        <source>Codes were refused: they may have expired, or somebody else uses the same numbers.</source>
        <translation>Коды отклонены: они могли истечь, или те же номера использует кто-то ещё.</translation>
    </message>
    <message>
        <source>Flows done</source>
        <translation>Выполнено входов</translation>
    </message>
    <message>
        <source>Times in ms</source>
        <translation>Время, мс</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Наибольшее</translation>
    </message>
    <message>
        <source>Whole flow</source>
        <translation>Весь вход</translation>
    </message>
    <message>
        <source>Failures by step and answer</source>
        <translation>Ошибки по шагам и ответам</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибок</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>%1 of %2 passed, %3 failed, %4 under way · %5 per second · %6</source>
        <translation>Успешно %1 из %2, с ошибкой %3, выполняется %4 · %5 в секунду · %6</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Другие ответы</translation>
    </message>
    <message>
        <source>Stopped: %1 passed, %2 failed, the others were not run.</source>
        <translation>Остановлено: успешно %1, с ошибкой %2, остальные не выполнялись.</translation>
    </message>
    <message>
        <source>Done: %1 passed, %2 failed in %3, %4 per second.</source>
        <translation>Готово: успешно %1, с ошибкой %2 за %3, %4 в секунду.</translation>
    </message>
    <message>
        <source>Done: all %1 flows passed in %2, %3 per second.</source>
        <translation>Готово: все входы (%1) успешны за %2, %3 в секунду.</translation>
    </message>
    <message>
        <source>The run did not begin: %1</source>
        <translation>Прогон не начался: %1</translation>
    </message>
</context>
<context>
    <name>smsauth::SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>Сохранённые отборы</translation>
    </message>
    <message>
        <source>No filter is saved yet</source>
        <translation>Сохранённых отборов пока нет</translation>
    </message>
    <message>
        <source>Type a filter to save it here</source>
        <translation>Введите отбор, чтобы сохранить его здесь</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Имя отбора</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Save this filter as</source>
        <translation>Сохранить этот отбор как</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>Сохранить отбор</translation>
    </message>
</context>
<context>
    <name>smsauth::SearchField</name>
    <message>
        <source>Go to the field: %1</source>
        <translation>Перейти к полю: %1</translation>
    </message>
    <message>
        <source>Empty the field: %1</source>
        <translation>Очистить поле: %1</translation>
    </message>
</context>
<context>
    <name>smsauth::SearchFooter</name>
    <message>
        <source>Searching… back to %1</source>
        <translation>Идёт поиск… просмотрено до %1</translation>
    </message>
    <message>
        <source>Searched back to %1.</source>
        <translation>Просмотрено до %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Search further</source>
        <translation>Искать дальше</translation>
    </message>
</context>
<context>
    <name>smsauth::SecretStoreHelp</name>
    <message>
        <source>Use a sealed &amp;file…</source>
        <translation>Использовать запечатанный &amp;файл…</translation>
    </message>
    <message>
        <source>Keep in &amp;memory for this run</source>
        <translation>Хранить в &amp;памяти до выхода</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Использовать эту фразу</translation>
    </message>
    <message>
        <source>Secrets lie in the profile, sealed with a passphrase that is asked for at every start.</source>
        <translation>Секреты лежат в профиле, запечатанные парольной фразой, которую нужно вводить при каждом запуске.</translation>
    </message>
    <message>
        <source>Secrets are gone when the program ends; codes and tokens of before are not valid.</source>
        <translation>Секреты пропадут при выходе из программы; прежние коды и токены не действуют.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel the passphrase</source>
        <translation>Отменить ввод парольной фразы</translation>
    </message>
</context>
<context>
    <name>smsauth::SecretStoreNotice</name>
    <message>
        <source>Credentials lie in the sealed file of the profile, which needs its passphrase.</source>
        <translation>Учётные данные лежат в запечатанном файле профиля, для которого нужна парольная фраза.</translation>
    </message>
    <message>
        <source>Enter the &amp;passphrase</source>
        <translation>Ввести парольную &amp;фразу</translation>
    </message>
    <message>
        <source>The keyring is locked, so stored credentials cannot be read. Nothing is lost.</source>
        <translation>Связка ключей заблокирована, и сохранённые учётные данные нельзя прочитать. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Разблокировать</translation>
    </message>
    <message>
        <source>No keyring can be reached, so stored credentials cannot be read. Start one, then try again. Nothing is lost.</source>
        <translation>Связка ключей недоступна, и сохранённые учётные данные нельзя прочитать. Запустите её и повторите. Ничего не потеряно.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>The keyring does not answer. Perhaps a window of it waits for you; nothing is lost.</source>
        <translation>Связка ключей не отвечает. Возможно, её окно ждёт вас; ничего не потеряно.</translation>
    </message>
    <message>
        <source>Credentials are kept in memory and are gone when the program ends. Choose another secret store in Settings.</source>
        <translation>Учётные данные хранятся в памяти и пропадут при выходе. Выберите другое хранилище секретов в настройках.</translation>
    </message>
    <message>
        <source>Credentials that you save here are kept in memory until the program ends. What a keyring or a sealed file holds stays there and counts again after that.</source>
        <translation>Учётные данные, которые вы сохраните здесь, хранятся в памяти до выхода из программы. То, что лежит в связке ключей или запечатанном файле, остаётся там и после этого снова действует.</translation>
    </message>
    <message>
        <source>Credentials are kept in memory until the program ends.</source>
        <translation>Учётные данные хранятся в памяти до выхода из программы.</translation>
    </message>
    <message>
        <source>Credentials are kept in a sealed file from now on.</source>
        <translation>Теперь учётные данные хранятся в запечатанном файле.</translation>
    </message>
</context>
<context>
    <name>smsauth::SendLogPanel</name>
    <message>
        <source>Sent messages</source>
        <translation>Отправленные сообщения</translation>
    </message>
    <message>
        <source>Filter the send log</source>
        <translation>Отбор в журнале</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Все состояния</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Went out</source>
        <translation>Ушли</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>С ошибками</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Send log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>This message is no longer in the log.</source>
        <translation>Этого сообщения больше нет в журнале.</translation>
    </message>
    <message>
        <source>Nothing sent in this range.</source>
        <translation>По этому отбору ничего не отправлено.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Nothing sent yet. Every message and every blocked request leaves a row here.</source>
        <translation>Пока ничего не отправлено. Каждое сообщение и каждый запрещённый запрос оставят здесь строку.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln попытка</numerusform>
            <numerusform>%Ln попытки</numerusform>
            <numerusform>%Ln попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a message to see every attempt and what the gateway said.</source>
        <translation>Выберите сообщение, чтобы увидеть каждую попытку и слова шлюза.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>Его номер</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Blocked: nothing was sent</source>
        <translation>Запрещено: ничего не отправлено</translation>
    </message>
    <message>
        <source>Words, or status:failed provider:twilio to:*4567 last:24h</source>
        <translation>Слова или status:failed provider:twilio to:*4567 last:24h</translation>
    </message>
    <message>
        <source>Filter “%1” saved.</source>
        <translation>Отбор «%1» сохранён.</translation>
    </message>
    <message>
        <source>Filter “%1” deleted.</source>
        <translation>Отбор «%1» удалён.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Выгрузить…</translation>
    </message>
    <message>
        <source>Nothing found yet…</source>
        <translation>Пока ничего не найдено…</translation>
    </message>
    <message>
        <source>Nothing found so far.</source>
        <translation>Пока ничего не найдено.</translation>
    </message>
    <message>
        <source>Search further</source>
        <translation>Искать дальше</translation>
    </message>
    <message>
        <source>Code valid until</source>
        <translation>Код действует до</translation>
    </message>
    <message>
        <source>Its code was used</source>
        <translation>Его код использован</translation>
    </message>
    <message>
        <source>This filter cannot be used. What is wrong with it stands above.</source>
        <translation>С таким отбором работать нельзя. Что в нём не так, сказано выше.</translation>
    </message>
</context>
<context>
    <name>smsauth::ServerControl</name>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Stop the server (F5)</source>
        <translation>Остановить сервер (F5)</translation>
    </message>
    <message>
        <source>Start the server (F5)</source>
        <translation>Запустить сервер (F5)</translation>
    </message>
</context>
<context>
    <name>smsauth::SettingOrigin</name>
    <message>
        <source>Set by the environment variable %1. Change it there.</source>
        <translation>Задано переменной окружения %1. Измените её там.</translation>
    </message>
    <message>
        <source>Set by --set %1=… when the program was started.</source>
        <translation>Задано ключом --set %1=… при запуске программы.</translation>
    </message>
</context>
<context>
    <name>smsauth::SettingRow</name>
    <message>
        <source>Use the default</source>
        <translation>Вернуть исходное</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Включено</translation>
    </message>
    <message>
        <source>%1 Range: %2.</source>
        <translation>%1 Допустимо: %2.</translation>
    </message>
    <message>
        <source>Use the default of %1</source>
        <translation>Вернуть исходное: %1</translation>
    </message>
    <message>
        <source>Goes back to the default when you apply.</source>
        <translation>При применении вернётся исходное значение.</translation>
    </message>
    <message>
        <source>Set in the settings file.</source>
        <translation>Задано в файле настроек.</translation>
    </message>
</context>
<context>
    <name>smsauth::SettingTexts</name>
    <message>
        <source>Code length</source>
        <translation>Длина кода</translation>
    </message>
    <message>
        <source>Digits of a code; a live server should use at least 6.</source>
        <translation>Сколько цифр в коде; на боевом сервере стоит брать не меньше 6.</translation>
    </message>
    <message>
        <source>Code life</source>
        <translation>Срок действия кода</translation>
    </message>
    <message>
        <source>Seconds for which a code is accepted.</source>
        <translation>Сколько секунд код принимается.</translation>
    </message>
    <message>
        <source>Same code for everybody</source>
        <translation>Один код для всех</translation>
    </message>
    <message>
        <source>Every code is the debug code; only while the server listens on loopback.</source>
        <translation>Каждый код — отладочный; только пока сервер принимает соединения на адресе loopback.</translation>
    </message>
    <message>
        <source>Debug code</source>
        <translation>Отладочный код</translation>
    </message>
    <message>
        <source>The code for debugging, filled up with zeros to the code length.</source>
        <translation>Код для отладки; дополняется нулями до длины кода.</translation>
    </message>
    <message>
        <source>Debug number</source>
        <translation>Отладочный номер</translation>
    </message>
    <message>
        <source>This number always gets the debug code; only while the server listens on loopback.</source>
        <translation>Этот номер всегда получает отладочный код; только пока сервер принимает соединения на адресе loopback.</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Wrong guesses after which a code is no longer accepted.</source>
        <translation>Сколько неверных попыток допустимо, прежде чем код перестанет приниматься.</translation>
    </message>
    <message>
        <source>Wait before the next code</source>
        <translation>Ожидание перед следующим кодом</translation>
    </message>
    <message>
        <source>Seconds before a number can ask again; unset, the life of a code.</source>
        <translation>Через сколько секунд номер может запросить код снова; если не задано — через срок действия кода.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>The text that is sent; {code} stands for the code.</source>
        <translation>Отправляемый текст; {code} заменяется кодом.</translation>
    </message>
    <message>
        <source>Country of national numbers</source>
        <translation>Страна местных номеров</translation>
    </message>
    <message>
        <source>Country whose numbers may be written without +; unset, none.</source>
        <translation>Страна, номера которой можно писать без +; если не задано — никакая.</translation>
    </message>
    <message>
        <source>Answer: wrong code</source>
        <translation>Ответ: неверный код</translation>
    </message>
    <message>
        <source>Answer when a code is wrong, expired, used or unknown.</source>
        <translation>Ответ, когда код неверен, истёк, уже использован или неизвестен.</translation>
    </message>
    <message>
        <source>Answer: too early</source>
        <translation>Ответ: слишком рано</translation>
    </message>
    <message>
        <source>Answer when a number asks again before the wait is over.</source>
        <translation>Ответ, когда номер запрашивает код снова до конца ожидания.</translation>
    </message>
    <message>
        <source>Answer: accepted</source>
        <translation>Ответ: принято</translation>
    </message>
    <message>
        <source>Answer when a code is on its way.</source>
        <translation>Ответ, когда код отправлен.</translation>
    </message>
    <message>
        <source>Answer: number taken</source>
        <translation>Ответ: номер занят</translation>
    </message>
    <message>
        <source>Answer when the new number belongs to another user.</source>
        <translation>Ответ, когда новый номер принадлежит другому пользователю.</translation>
    </message>
    <message>
        <source>Field of the number</source>
        <translation>Поле номера</translation>
    </message>
    <message>
        <source>Name of the user&apos;s field that holds the phone number.</source>
        <translation>Имя поля пользователя, в котором хранится номер телефона.</translation>
    </message>
    <message>
        <source>Answer of a sign-in</source>
        <translation>Ответ на вход</translation>
    </message>
    <message>
        <source>The user&apos;s property that a successful sign-in answers with.</source>
        <translation>Свойство пользователя, которое возвращается при успешном входе.</translation>
    </message>
    <message>
        <source>Shape of the answer</source>
        <translation>Вид ответа</translation>
    </message>
    <message>
        <source>An object with the property, the bare value, or the user&apos;s record.</source>
        <translation>Объект с этим свойством, само значение или запись пользователя.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>Gateway that sends the messages; sandbox simulates and sends nothing.</source>
        <translation>Шлюз, который отправляет сообщения; sandbox — симуляция, ничего не отправляется.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Login at the gateway.</source>
        <translation>Логин у шлюза.</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Sender of the messages: a number or a name that the gateway knows.</source>
        <translation>Отправитель сообщений: номер или имя, известное шлюзу.</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>Адрес шлюза</translation>
    </message>
    <message>
        <source>Without a path it replaces the server, with a path the whole send address.</source>
        <translation>Без пути заменяет сервер, с путём — весь адрес отправки.</translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation>Account SID</translation>
    </message>
    <message>
        <source>Twilio&apos;s login.</source>
        <translation>Логин Twilio.</translation>
    </message>
    <message>
        <source>Gateway in the own network</source>
        <translation>Шлюз в своей сети</translation>
    </message>
    <message>
        <source>Allows gateways at loopback and private addresses, and plain http there.</source>
        <translation>Разрешает шлюзы на адресах loopback и частных адресах, а там и http без шифрования.</translation>
    </message>
    <message>
        <source>Extra certificate authority</source>
        <translation>Дополнительный центр сертификации</translation>
    </message>
    <message>
        <source>PEM file with certificates that gateways are trusted by, besides the system&apos;s.</source>
        <translation>Файл PEM с сертификатами, по которым можно доверять шлюзам, помимо системных.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Address on which the server listens; beyond loopback it needs TLS or a proxy.</source>
        <translation>Адрес, на котором сервер принимает соединения; кроме loopback, нужен TLS или прокси.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>TCP port on which the server listens; 0 takes any free one.</source>
        <translation>Порт TCP, на котором сервер принимает соединения; 0 — любой свободный.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Путь</translation>
    </message>
    <message>
        <source>Path under which sign-in/, auth/ and change-phonenumber/ answer.</source>
        <translation>Путь, под которым отвечают sign-in/, auth/ и change-phonenumber/.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>SQLite file; unset, smsauth.db in the profile.</source>
        <translation>Файл SQLite; если не задано — smsauth.db в профиле.</translation>
    </message>
    <message>
        <source>TLS certificate</source>
        <translation>Сертификат TLS</translation>
    </message>
    <message>
        <source>PEM file with the server&apos;s certificate chain.</source>
        <translation>Файл PEM с цепочкой сертификатов сервера.</translation>
    </message>
    <message>
        <source>TLS key</source>
        <translation>Ключ TLS</translation>
    </message>
    <message>
        <source>PEM file with the key of the certificate.</source>
        <translation>Файл PEM с ключом сертификата.</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>Имена узлов</translation>
    </message>
    <message>
        <source>Names under which clients may call the server, besides addresses and localhost.</source>
        <translation>Имена, по которым клиенты могут обращаться к серверу, помимо адресов и localhost.</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>Доверенные прокси</translation>
    </message>
    <message>
        <source>Addresses of proxies whose word on the client&apos;s address is taken.</source>
        <translation>Адреса прокси, которым можно верить, когда они называют адрес клиента.</translation>
    </message>
    <message>
        <source>Web origins</source>
        <translation>Веб-источники</translation>
    </message>
    <message>
        <source>Pages that may call the server from a browser; unset, those on localhost while simulated, none when live.</source>
        <translation>Страницы, которые могут обращаться к серверу из браузера; если не задано — в режиме симуляции те, что на localhost, в боевом режиме никакие.</translation>
    </message>
    <message>
        <source>Plain http in the own network</source>
        <translation>http без шифрования в своей сети</translation>
    </message>
    <message>
        <source>Simulated mode may listen without TLS on a private address.</source>
        <translation>В режиме симуляции можно принимать соединения без TLS на частном адресе.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Ограничения</translation>
    </message>
    <message>
        <source>seed: only the wait and the tries; protect: all limits; auto: seed while simulated, else protect.</source>
        <translation>seed — только ожидание и попытки; protect — все ограничения; auto — seed в режиме симуляции, иначе protect.</translation>
    </message>
    <message>
        <source>Per number</source>
        <translation>На номер</translation>
    </message>
    <message>
        <source>Accepted sign-ins of one number within a time.</source>
        <translation>Сколько входов с одного номера принимается за указанное время.</translation>
    </message>
    <message>
        <source>Per client address</source>
        <translation>На адрес клиента</translation>
    </message>
    <message>
        <source>Accepted sign-ins from one address (IPv4 /32, IPv6 /64) within a time.</source>
        <translation>Сколько входов с одного адреса (IPv4 /32, IPv6 /64) принимается за указанное время.</translation>
    </message>
    <message>
        <source>Per number range</source>
        <translation>На диапазон номеров</translation>
    </message>
    <message>
        <source>Accepted sign-ins of numbers that differ only in their last four digits.</source>
        <translation>Сколько входов принимается с номеров, которые отличаются только четырьмя последними цифрами.</translation>
    </message>
    <message>
        <source>Per country</source>
        <translation>На страну</translation>
    </message>
    <message>
        <source>Accepted sign-ins of the numbers of one country.</source>
        <translation>Сколько входов принимается с номеров одной страны.</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>Accepted sign-ins altogether.</source>
        <translation>Сколько входов принимается всего.</translation>
    </message>
    <message>
        <source>Allowed countries</source>
        <translation>Разрешённые страны</translation>
    </message>
    <message>
        <source>Countries whose numbers may sign in; empty, all.</source>
        <translation>Страны, с номерами которых можно входить; пусто — все.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>ES256 can be checked with a public key, HS256 with the secret token_key.</source>
        <translation>ES256 можно проверить открытым ключом, HS256 — секретом token_key.</translation>
    </message>
    <message>
        <source>Token life</source>
        <translation>Срок действия токена</translation>
    </message>
    <message>
        <source>Seconds for which a token is valid.</source>
        <translation>Сколько секунд действует токен.</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Издатель</translation>
    </message>
    <message>
        <source>The issuer (iss) that tokens name.</source>
        <translation>Издатель (iss), указанный в токенах.</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Где хранить секреты</translation>
    </message>
    <message>
        <source>The system&apos;s keyring, a sealed file, or memory until the program ends; auto decides at the first start.</source>
        <translation>Системная связка ключей, запечатанный файл или память до выхода из программы; auto — выбор при первом запуске.</translation>
    </message>
    <message>
        <source>File with the passphrase</source>
        <translation>Файл с парольной фразой</translation>
    </message>
    <message>
        <source>File whose first line opens the sealed file of secrets.</source>
        <translation>Файл, первая строка которого открывает запечатанный файл секретов.</translation>
    </message>
    <message>
        <source>Cleanup every</source>
        <translation>Очищать каждые</translation>
    </message>
    <message>
        <source>Seconds between two cleanups; 0 cleans up only on demand.</source>
        <translation>Сколько секунд проходит между очистками; 0 — только по вашей команде.</translation>
    </message>
    <message>
        <source>Cleanup daily at</source>
        <translation>Очищать ежедневно в</translation>
    </message>
    <message>
        <source>Time of day, on this computer&apos;s clock, of one cleanup a day instead of the interval; unset, the interval.</source>
        <translation>Время суток по часам этого компьютера для одной очистки в день вместо промежутка; если не задано — действует промежуток.</translation>
    </message>
    <message>
        <source>Keep the send log for</source>
        <translation>Хранить журнал отправки</translation>
    </message>
    <message>
        <source>Days after which a row of the send log is removed.</source>
        <translation>Через сколько дней строка журнала отправки удаляется.</translation>
    </message>
    <message>
        <source>Rows of the send log</source>
        <translation>Строк журнала отправки</translation>
    </message>
    <message>
        <source>Rows of the send log that are kept at most.</source>
        <translation>Наибольшее число строк журнала отправки.</translation>
    </message>
    <message>
        <source>4 to 10</source>
        <translation>от 4 до 10</translation>
    </message>
    <message>
        <source>1 to 600 seconds</source>
        <translation>от 1 до 600 секунд</translation>
    </message>
    <message>
        <source>1 to 10 digits, not longer than a code</source>
        <translation>от 1 до 10 цифр, не длиннее кода</translation>
    </message>
    <message>
        <source>an international phone number</source>
        <translation>международный номер телефона</translation>
    </message>
    <message>
        <source>1 to 100</source>
        <translation>от 1 до 100</translation>
    </message>
    <message>
        <source>0 to 86400 seconds</source>
        <translation>от 0 до 86400 секунд</translation>
    </message>
    <message>
        <source>1 to 1000 characters with {code} in them</source>
        <translation>от 1 до 1000 символов, среди них {code}</translation>
    </message>
    <message>
        <source>an ISO 3166 country code such as US</source>
        <translation>код страны по ISO 3166, например US</translation>
    </message>
    <message>
        <source>one line, 1 to 250 characters</source>
        <translation>одна строка, от 1 до 250 символов</translation>
    </message>
    <message>
        <source>a name of letters, digits and _</source>
        <translation>имя из букв, цифр и _</translation>
    </message>
    <message>
        <source>jwt_token or a field of the user</source>
        <translation>jwt_token или поле пользователя</translation>
    </message>
    <message>
        <source>sandbox or the id of a gateway</source>
        <translation>sandbox или идентификатор шлюза</translation>
    </message>
    <message>
        <source>one line, at most 250 characters</source>
        <translation>одна строка, не больше 250 символов</translation>
    </message>
    <message>
        <source>an http or https address without user and password</source>
        <translation>адрес http или https без имени пользователя и пароля</translation>
    </message>
    <message>
        <source>the path of a file</source>
        <translation>путь к файлу</translation>
    </message>
    <message>
        <source>localhost or an IP address</source>
        <translation>localhost или IP-адрес</translation>
    </message>
    <message>
        <source>0 to 65535</source>
        <translation>от 0 до 65535</translation>
    </message>
    <message>
        <source>a path such as auth/, at most 100 characters</source>
        <translation>путь, например auth/, не больше 100 символов</translation>
    </message>
    <message>
        <source>host names without port, separated by commas</source>
        <translation>имена узлов без порта, через запятую</translation>
    </message>
    <message>
        <source>IP addresses or networks such as 10.0.0.0/8, separated by commas</source>
        <translation>IP-адреса или сети, например 10.0.0.0/8, через запятую</translation>
    </message>
    <message>
        <source>origins such as https://example.com, separated by commas</source>
        <translation>источники, например https://example.com, через запятую</translation>
    </message>
    <message>
        <source>1 to 4 limits such as 5/1h,10/1d (s, m, h, d)</source>
        <translation>от 1 до 4 ограничений, например 5/1h,10/1d (s, m, h, d)</translation>
    </message>
    <message>
        <source>ISO 3166 country codes, separated by commas</source>
        <translation>коды стран по ISO 3166, через запятую</translation>
    </message>
    <message>
        <source>1 to 31536000 seconds</source>
        <translation>от 1 до 31536000 секунд</translation>
    </message>
    <message>
        <source>a time such as 03:30</source>
        <translation>время, например 03:30</translation>
    </message>
    <message>
        <source>1 to 3650 days</source>
        <translation>от 1 до 3650 дней</translation>
    </message>
    <message>
        <source>1 to 100000000</source>
        <translation>от 1 до 100000000</translation>
    </message>
    <message>
        <source>Must not be longer than a code (SMS_AUTH_CODE_LEN).</source>
        <translation>Должно быть не длиннее кода (SMS_AUTH_CODE_LEN).</translation>
    </message>
    <message>
        <source>Must have {code} in it.</source>
        <translation>Должно содержать {code}.</translation>
    </message>
    <message>
        <source>Must be an ISO 3166 country code such as US.</source>
        <translation>Нужен код страны по ISO 3166, например US.</translation>
    </message>
    <message>
        <source>Must be ISO 3166 country codes.</source>
        <translation>Нужны коды стран по ISO 3166.</translation>
    </message>
    <message>
        <source>Must be https; plain http needs a private address and SMS_AUTH_GATEWAY_PRIVATE.</source>
        <translation>Нужен https; для http без шифрования нужны частный адрес и SMS_AUTH_GATEWAY_PRIVATE.</translation>
    </message>
    <message>
        <source>Must be set together with SMS_AUTH_TLS_CERT.</source>
        <translation>Нужно задать вместе с SMS_AUTH_TLS_CERT.</translation>
    </message>
    <message>
        <source>Must be set together with SMS_AUTH_TLS_KEY.</source>
        <translation>Нужно задать вместе с SMS_AUTH_TLS_KEY.</translation>
    </message>
    <message>
        <source>Must be off while SMS_AUTH_TRUSTED_PROXIES is set.</source>
        <translation>Должно быть выключено, пока задано SMS_AUTH_TRUSTED_PROXIES.</translation>
    </message>
    <message>
        <source>Must be off while SMS_AUTH_HOST is not a loopback address.</source>
        <translation>Должно быть выключено, пока SMS_AUTH_HOST — не адрес loopback.</translation>
    </message>
    <message>
        <source>Must be empty while SMS_AUTH_TRUSTED_PROXIES is set.</source>
        <translation>Должно быть пустым, пока задано SMS_AUTH_TRUSTED_PROXIES.</translation>
    </message>
    <message>
        <source>Must be empty while SMS_AUTH_HOST is not a loopback address.</source>
        <translation>Должно быть пустым, пока SMS_AUTH_HOST — не адрес loopback.</translation>
    </message>
    <message>
        <source>Must be a loopback address such as 127.0.0.1 without a TLS certificate and key, or a trusted proxy.</source>
        <translation>Если нет ни сертификата и ключа TLS, ни доверенного прокси, нужен адрес loopback, например 127.0.0.1.</translation>
    </message>
    <message>
        <source>Must be off while messages are really sent.</source>
        <translation>Должно быть выключено, пока сообщения отправляются на самом деле.</translation>
    </message>
    <message>
        <source>Must be one private address, such as 192.168.1.10, with SMS_AUTH_NETWORK_PLAIN.</source>
        <translation>С SMS_AUTH_NETWORK_PLAIN нужен один частный адрес, например 192.168.1.10.</translation>
    </message>
    <message>
        <source>Must be %1.</source>
        <translation>Допустимо: %1.</translation>
    </message>
    <message>
        <source>Must be one of %1.</source>
        <translation>Допустимо одно из: %1.</translation>
    </message>
    <message>
        <source>Must not be one of %1.</source>
        <translation>Недопустимо: %1.</translation>
    </message>
    <message>
        <source>Must not begin with %1.</source>
        <translation>Не должно начинаться с %1.</translation>
    </message>
    <message>
        <source>%1 takes effect when the program starts again.</source>
        <translation>%1 подействует после перезапуска программы.</translation>
    </message>
    <message>
        <source>%1 in the environment is not a setting and has no effect.</source>
        <translation>%1 в окружении — не настройка и не действует.</translation>
    </message>
    <message>
        <source>SMS_AUTH_CODE_LEN is %1; a live server should use at least %2 digits.</source>
        <translation>SMS_AUTH_CODE_LEN равно %1; на боевом сервере стоит брать не меньше %2 цифр.</translation>
    </message>
    <message>
        <source>SMS_AUTH_LIMITS is seed: a live server without limits can be made to send any number of messages.</source>
        <translation>SMS_AUTH_LIMITS равно seed: боевой сервер без ограничений можно заставить отправить сколько угодно сообщений.</translation>
    </message>
</context>
<context>
    <name>smsauth::SettingsConsent</name>
    <message>
        <source>Go live</source>
        <translation>Перейти в боевой режим</translation>
    </message>
    <message>
        <source>Go live with %1?</source>
        <translation>Перейти в боевой режим с %1?</translation>
    </message>
    <message>
        <source>From now on every sign-in sends a real SMS through %1, which it will charge for. Codes are no longer shown here.</source>
        <translation>С этого момента каждый вход отправляет настоящее платное SMS через %1. Коды здесь больше не показываются.</translation>
    </message>
    <message>
        <source>Go live with %1</source>
        <translation>Перейти в боевой режим с %1</translation>
    </message>
    <message>
        <source>Listen to the network</source>
        <translation>Доступ из сети</translation>
    </message>
    <message>
        <source>Listen on %1?</source>
        <translation>Принимать соединения на %1?</translation>
    </message>
    <message>
        <source>Other computers will reach this server: whoever is on that network can ask for codes and try to sign in. Until now that was possible from this computer only.</source>
        <translation>Сервер станет доступен другим компьютерам: любой в этой сети сможет запрашивать коды и пытаться войти. До сих пор это было возможно только с этого компьютера.</translation>
    </message>
    <message>
        <source>Listen on %1</source>
        <translation>Принимать на %1</translation>
    </message>
</context>
<context>
    <name>smsauth::SettingsForm</name>
    <message>
        <source>No setting matches. Try another word.</source>
        <translation>Ничего не найдено. Попробуйте другое слово.</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Users and answers</source>
        <translation>Пользователи и ответы</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Ограничения</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Секреты</translation>
    </message>
    <message>
        <source>Upkeep</source>
        <translation>Обслуживание</translation>
    </message>
</context>
<context>
    <name>smsauth::SettingsImporter</name>
    <message>
        <source>Import settings</source>
        <translation>Импорт настроек</translation>
    </message>
    <message>
        <source>Settings (*.py *.json)</source>
        <translation>Настройки (*.py *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>%1 is not a file with settings. Choose another one.</source>
        <translation>%1 не является файлом настроек. Выберите другой.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Не удалось прочитать %1: %2</translation>
    </message>
    <message>
        <source>Set: %1</source>
        <translation>Задано: %1</translation>
    </message>
    <message>
        <source>Put into the secret store: %1</source>
        <translation>Помещено в хранилище секретов: %1</translation>
    </message>
    <message>
        <source>Without effect here:</source>
        <translation>Здесь не действует:</translation>
    </message>
    <message>
        <source>There was nothing to import.</source>
        <translation>Импортировать нечего.</translation>
    </message>
</context>
<context>
    <name>smsauth::SettingsPanel</name>
    <message>
        <source>&amp;Import settings…</source>
        <translation>&amp;Импорт настроек…</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Вернуть</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Найти настройку</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Применяется…</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Применить</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Импортируется…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) cannot be used as typed.</source>
        <translation>
            <numerusform>%Ln настройка введена неверно.</numerusform>
            <numerusform>%Ln настройки введены неверно.</numerusform>
            <numerusform>%Ln настроек введены неверно.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not applied.</source>
        <translation>
            <numerusform>%Ln изменение не применено.</numerusform>
            <numerusform>%Ln изменения не применены.</numerusform>
            <numerusform>%Ln изменений не применены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) applied.</source>
        <translation>
            <numerusform>%Ln настройка применена.</numerusform>
            <numerusform>%Ln настройки применены.</numerusform>
            <numerusform>%Ln настроек применены.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>smsauth::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>smsauth::SignInEvents</name>
    <message>
        <source>Signed in</source>
        <translation>Вход выполнен</translation>
    </message>
    <message>
        <source>Code asked for at %1</source>
        <translation>Код запрошен: %1</translation>
    </message>
    <message>
        <source>Message: %1</source>
        <translation>Сообщение: %1</translation>
    </message>
    <message>
        <source>Code asked for</source>
        <translation>Код запрошен</translation>
    </message>
</context>
<context>
    <name>smsauth::SignInSnippet</name>
    <message>
        <source>Language of the example</source>
        <translation>Язык примера</translation>
    </message>
    <message>
        <source>Step of the example</source>
        <translation>Шаг примера</translation>
    </message>
    <message>
        <source>Copy the example</source>
        <translation>Копировать пример</translation>
    </message>
    <message>
        <source>The same from your app</source>
        <translation>То же из вашего приложения</translation>
    </message>
    <message>
        <source>1. Ask for a code</source>
        <translation>1. Запросить код</translation>
    </message>
    <message>
        <source>2. Read it (only here)</source>
        <translation>2. Прочитать его (только здесь)</translation>
    </message>
    <message>
        <source>3. Sign in with it</source>
        <translation>3. Войти с ним</translation>
    </message>
    <message>
        <source>2. Sign in with it</source>
        <translation>2. Войти с ним</translation>
    </message>
    <message>
        <source>Put the code that the second step shows in place of CODE. Only a simulated server lets a script read it.</source>
        <translation>Вместо CODE подставьте код, который покажет второй шаг. Прочитать его из сценария можно только на сервере в режиме симуляции.</translation>
    </message>
    <message>
        <source>Put the code of the SMS in place of CODE.</source>
        <translation>Вместо CODE подставьте код из SMS.</translation>
    </message>
</context>
<context>
    <name>smsauth::SimulatedPhone</name>
    <message>
        <source>Simulated phone</source>
        <translation>Симулятор телефона</translation>
    </message>
    <message>
        <source>Add a simulated phone</source>
        <translation>Добавить симулятор телефона</translation>
    </message>
    <message>
        <source>Another phone with the next free test number</source>
        <translation>Ещё один телефон со следующим свободным тестовым номером</translation>
    </message>
    <message>
        <source>Messages on the simulated phone</source>
        <translation>Сообщения на симуляторе телефона</translation>
    </message>
    <message>
        <source>No messages yet.
They appear here as on a phone.
No SMS leaves this computer.</source>
        <translation>Сообщений пока нет.
Они появятся здесь, как на телефоне.
SMS не покидают этот компьютер.</translation>
    </message>
    <message>
        <source>Send a code to this phone</source>
        <translation>Отправить код сюда</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln new)</source>
        <translation>
            <numerusform>%1 (%Ln новое)</numerusform>
            <numerusform>%1 (%Ln новых)</numerusform>
            <numerusform>%1 (%Ln новых)</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the phone back into the window</source>
        <translation>Вернуть телефон в окно</translation>
    </message>
    <message>
        <source>Open the phone in a window of its own</source>
        <translation>Открыть телефон в отдельном окне</translation>
    </message>
</context>
<context>
    <name>smsauth::SimulatorPage</name>
    <message>
        <source>Back to the &amp;simulator</source>
        <translation>Вернуться к &amp;симулятору</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Симулятор</translation>
    </message>
    <message>
        <source>To send real messages, add a gateway. It can be tested before it is used.</source>
        <translation>Чтобы отправлять настоящие сообщения, добавьте шлюз. Его можно проверить до использования.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Используется</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Не используется</translation>
    </message>
    <message>
        <source>The simulator is active and needs nothing. Messages appear on the simulated phone; no SMS leaves this computer.</source>
        <translation>Работает симулятор, настраивать ничего не нужно. Сообщения приходят на симулятор телефона; SMS не покидают этот компьютер.</translation>
    </message>
    <message>
        <source>With the simulator no SMS leaves this computer. Messages appear on the simulated phone.</source>
        <translation>С симулятором SMS не покидают этот компьютер. Сообщения приходят на симулятор телефона.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Добавить %1</translation>
    </message>
    <message>
        <source>Test numbers and &amp;faults</source>
        <translation>Тестовые &amp;номера и сбои</translation>
    </message>
    <message>
        <source>Add your own gateway</source>
        <translation>Добавить свой шлюз</translation>
    </message>
</context>
<context>
    <name>smsauth::StatusLine</name>
    <message>
        <source>Queue %1</source>
        <translation>В очереди %1</translation>
    </message>
    <message>
        <source>Live codes %1</source>
        <translation>Действующих кодов %1</translation>
    </message>
    <message>
        <source>Sent %1 · Failed %2 today</source>
        <translation>Сегодня отправлено %1 · сбоев %2</translation>
    </message>
    <message>
        <source>Clears the clipboard in %1 s</source>
        <translation>Буфер обмена очистится через %1 с</translation>
    </message>
</context>
<context>
    <name>smsauth::StorageCard</name>
    <message>
        <source>Back u&amp;p…</source>
        <translation>Создать &amp;копию…</translation>
    </message>
    <message>
        <source>Rest&amp;ore…</source>
        <translation>В&amp;осстановить…</translation>
    </message>
    <message>
        <source>Cancel the back-up</source>
        <translation>Отменить копирование</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>It takes up %1 of the disk.</source>
        <translation>Занимает на диске %1.</translation>
    </message>
    <message>
        <source>%1 of that hold nothing any more.</source>
        <translation>Из них не используется %1.</translation>
    </message>
    <message>
        <source>An earlier version has made it: it gives nothing back until it is rebuilt once.</source>
        <translation>База создана прежней версией: место не освобождается, пока её один раз не перестроить.</translation>
    </message>
    <message>
        <source>Re&amp;build…</source>
        <translation>Перес&amp;троить…</translation>
    </message>
    <message>
        <source>Give %1 &amp;back</source>
        <translation>Осво&amp;бодить %1</translation>
    </message>
    <message>
        <source>Nothing to give back</source>
        <translation>Освобождать нечего</translation>
    </message>
    <message>
        <source>Writing the back-up. The server goes on meanwhile.</source>
        <translation>Создаётся резервная копия. Сервер продолжает работать.</translation>
    </message>
    <message>
        <source>Looking at the back-up from one end to the other…</source>
        <translation>Резервная копия проверяется целиком…</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Восстанавливается…</translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation>Освобождается…</translation>
    </message>
    <message>
        <source>The database takes up %1 now, %2 before.</source>
        <translation>Теперь база данных занимает %1, раньше — %2.</translation>
    </message>
    <message>
        <source>Rebuild the database</source>
        <translation>Перестроить базу данных</translation>
    </message>
    <message>
        <source>Rebuild the database of %1?</source>
        <translation>Перестроить базу данных (%1)?</translation>
    </message>
    <message>
        <source>It will take up about %1. The server stops meanwhile, so that sign-ins fail for some moments, and about %1 of the disk have to be free.</source>
        <translation>Она будет занимать около %1. Сервер на это время остановится, и какое-то время входить будет нельзя; на диске должно быть свободно около %1.</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>Перестроить</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Создание резервной копии</translation>
    </message>
    <message>
        <source>Back-ups (*.db)</source>
        <translation>Резервные копии (*.db)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>The back-up is in %1 (%2).</source>
        <translation>Резервная копия сохранена в %1 (%2).</translation>
    </message>
    <message>
        <source>It holds sealed texts; their key stays in the secret store of this profile.</source>
        <translation>В ней запечатанные тексты; их ключ остаётся в хранилище секретов этого профиля.</translation>
    </message>
    <message>
        <source>The back-up was cancelled. No file was written.</source>
        <translation>Копирование отменено. Файл не записан.</translation>
    </message>
    <message>
        <source>No back-up was written.</source>
        <translation>Резервная копия не создана.</translation>
    </message>
    <message>
        <source>Restore a back-up</source>
        <translation>Восстановление из резервной копии</translation>
    </message>
    <message>
        <source>Restored. The database that was there lies in %1.</source>
        <translation>Восстановлено. Прежняя база данных лежит в %1.</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Восстановлено.</translation>
    </message>
    <message>
        <source>Not restored; the database is as it was.</source>
        <translation>Не восстановлено; база данных осталась прежней.</translation>
    </message>
    <message>
        <source>The database is as it was.</source>
        <translation>База данных осталась прежней.</translation>
    </message>
    <message>
        <source>The audit trail that was restored could not be verified: %1</source>
        <translation>Восстановленный журнал аудита не удалось проверить: %1</translation>
    </message>
    <message>
        <source>Open the audit trail</source>
        <translation>Открыть журнал аудита</translation>
    </message>
    <message numerus="yes">
        <source>The audit trail that was restored is not sound: %Ln finding(s). Somebody may have changed the back-up or the database it was made of.</source>
        <translation>
            <numerusform>Восстановленный журнал аудита повреждён: %Ln замечание. Возможно, кто-то изменил резервную копию или базу данных, с которой она снята.</numerusform>
            <numerusform>Восстановленный журнал аудита повреждён: %Ln замечания. Возможно, кто-то изменил резервную копию или базу данных, с которой она снята.</numerusform>
            <numerusform>Восстановленный журнал аудита повреждён: %Ln замечаний. Возможно, кто-то изменил резервную копию или базу данных, с которой она снята.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::Suggestions</name>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
</context>
<context>
    <name>smsauth::TestNumbers</name>
    <message>
        <source>Add a &amp;rule</source>
        <translation>Добавить пр&amp;авило</translation>
    </message>
    <message>
        <source>Clear a&amp;ll</source>
        <translation>Удалить вс&amp;е</translation>
    </message>
    <message>
        <source>Test numbers and faults</source>
        <translation>Тестовые номера и сбои</translation>
    </message>
    <message>
        <source>Clear all test numbers and faults</source>
        <translation>Удалить все тестовые номера и сбои</translation>
    </message>
    <message>
        <source>Nothing goes wrong here. Let a code be late, lost or refused, and see what your app does.</source>
        <translation>Здесь сбоев нет. Сделайте так, чтобы код опоздал, потерялся или был отклонён, и посмотрите, что будет с приложением.</translation>
    </message>
    <message>
        <source>Add the first rule</source>
        <translation>Добавить первое правило</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>What the simulator does to messages of single numbers, or to a share of all. A rule for the very number comes first. They cannot be on in live mode.</source>
        <translation>Что симулятор делает с сообщениями на отдельные номера или с долей всех сообщений. Правило для самого номера важнее остальных. В боевом режиме включить их нельзя.</translation>
    </message>
    <message>
        <source>They work only with the simulator. In live mode none of them has an effect.</source>
        <translation>Работают только с симулятором. В боевом режиме ни одно правило не действует.</translation>
    </message>
    <message>
        <source>The rule for %1 is removed.</source>
        <translation>Правило удалено: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rule(s) cleared. Nothing goes wrong any more.</source>
        <translation>
            <numerusform>Удалено %Ln правило. Сбоев больше не будет.</numerusform>
            <numerusform>Удалены %Ln правила. Сбоев больше не будет.</numerusform>
            <numerusform>Удалено %Ln правил. Сбоев больше не будет.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
</context>
<context>
    <name>smsauth::Toast</name>
    <message>
        <source>Notice</source>
        <translation>Уведомление</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Закрыть уведомление</translation>
    </message>
</context>
<context>
    <name>smsauth::TodayFigures</name>
    <message>
        <source>Sent today</source>
        <translation>Отправлено сегодня</translation>
    </message>
    <message>
        <source>Verified today</source>
        <translation>Подтверждено сегодня</translation>
    </message>
    <message>
        <source>Failed today</source>
        <translation>Сбоев сегодня</translation>
    </message>
    <message>
        <source>Blocked today</source>
        <translation>Запрещено сегодня</translation>
    </message>
    <message>
        <source>Sent in the last 24 hours</source>
        <translation>Отправлено за последние 24 часа</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) sent in the last 24 hours</source>
        <translation>
            <numerusform>%Ln сообщение отправлено за последние 24 часа</numerusform>
            <numerusform>%Ln сообщения отправлено за последние 24 часа</numerusform>
            <numerusform>%Ln сообщений отправлено за последние 24 часа</numerusform>
        </translation>
    </message>
    <message>
        <source>The time from the request to the use of the code: half of them were faster (median).</source>
        <translation>Время от запроса до использования кода: половина уложилась быстрее (медиана).</translation>
    </message>
    <message>
        <source>Sent by the hour, last 24 hours</source>
        <translation>Отправлено по часам, последние 24 часа</translation>
    </message>
    <message>
        <source>%1 % of the codes sent today were used</source>
        <translation>Использовано %1 % кодов, отправленных сегодня</translation>
    </message>
    <message>
        <source>No code was sent today.</source>
        <translation>Сегодня коды не отправлялись.</translation>
    </message>
    <message>
        <source>typically in under 1 s</source>
        <translation>обычно меньше чем за 1 с</translation>
    </message>
    <message>
        <source>typically after %1</source>
        <translation>обычно через %1</translation>
    </message>
</context>
<context>
    <name>smsauth::TokenView</name>
    <message>
        <source>Copy token</source>
        <translation>Копировать токен</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Token header</source>
        <translation>Заголовок токена</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Утверждения</translation>
    </message>
    <message>
        <source>Signature checked, valid</source>
        <translation>Подпись верна, токен действителен</translation>
    </message>
    <message>
        <source>Not valid: %1</source>
        <translation>Недействителен: %1</translation>
    </message>
    <message>
        <source>No token yet. Verify a code to get one.</source>
        <translation>Токена пока нет. Проверьте код, чтобы получить его.</translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation>Бессрочный</translation>
    </message>
    <message>
        <source>Expires in %1</source>
        <translation>Истекает через %1</translation>
    </message>
    <message>
        <source>Expired %1 ago</source>
        <translation>Истёк %1 назад</translation>
    </message>
</context>
<context>
    <name>smsauth::TopBar</name>
    <message>
        <source>Copy the server&apos;s address</source>
        <translation>Копировать адрес сервера</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>СИМУЛЯЦИЯ</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>БОЕВОЙ</translation>
    </message>
    <message>
        <source>No SMS leaves this computer</source>
        <translation>SMS не покидают компьютер</translation>
    </message>
    <message>
        <source>Real messages through %1</source>
        <translation>Настоящие SMS через %1</translation>
    </message>
    <message>
        <source>See what needs attention</source>
        <translation>Что требует внимания</translation>
    </message>
    <message>
        <source>Find an action (Ctrl+K)</source>
        <translation>Найти действие (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>smsauth::TrayIcon</name>
    <message>
        <source>Show the &amp;window</source>
        <translation>Показать &amp;окно</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>&amp;Остановить и выйти</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>СИМУЛЯЦИЯ</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>БОЕВОЙ</translation>
    </message>
    <message>
        <source>SMS Auth Console: %1, %2</source>
        <translation>Консоль SMS-входа: %1, %2</translation>
    </message>
</context>
<context>
    <name>smsauth::TrialLine</name>
    <message>
        <source>limit of one number</source>
        <translation>ограничение на номер</translation>
    </message>
    <message>
        <source>limit of one address</source>
        <translation>ограничение на адрес</translation>
    </message>
    <message>
        <source>limit of a range</source>
        <translation>ограничение на диапазон</translation>
    </message>
    <message>
        <source>limit of a country</source>
        <translation>ограничение на страну</translation>
    </message>
    <message>
        <source>limit of everybody</source>
        <translation>общее ограничение</translation>
    </message>
    <message>
        <source>country not allowed</source>
        <translation>страна не разрешена</translation>
    </message>
    <message>
        <source>wait before the next code</source>
        <translation>ожидание перед следующим кодом</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>What they would have blocked is not known: %1</source>
        <translation>Неизвестно, что было бы запрещено: %1</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s): nobody asked for a code.</source>
        <translation>
            <numerusform>За последний %Ln день: никто не запрашивал код.</numerusform>
            <numerusform>За последние %Ln дня: никто не запрашивал код.</numerusform>
            <numerusform>За последние %Ln дней: никто не запрашивал код.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s): would have blocked %1 of %2.</source>
        <translation>
            <numerusform>За последний %Ln день: было бы запрещено %1 из %2.</numerusform>
            <numerusform>За последние %Ln дня: было бы запрещено %1 из %2.</numerusform>
            <numerusform>За последние %Ln дней: было бы запрещено %1 из %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why: %1.</source>
        <translation>Причины: %1.</translation>
    </message>
    <message>
        <source>%1 were blocked when they came.</source>
        <translation>При поступлении было запрещено: %1.</translation>
    </message>
    <message>
        <source>%1 more were blocked by the limit of one address.</source>
        <translation>Ещё запрещено ограничением на адрес: %1.</translation>
    </message>
    <message>
        <source>Without the limits, which are not in force.</source>
        <translation>Без ограничений: они не действуют.</translation>
    </message>
    <message>
        <source>The limit of one address is not judged: the log keeps no addresses.</source>
        <translation>Ограничение на адрес не учтено: в журнале нет адресов.</translation>
    </message>
    <message>
        <source>The oldest request in the log came %1.</source>
        <translation>Самый старый запрос в журнале пришёл %1.</translation>
    </message>
    <message numerus="yes">
        <source>The last %Ln day(s): looking…</source>
        <translation>
            <numerusform>Последний %Ln день: считаем…</numerusform>
            <numerusform>Последние %Ln дня: считаем…</numerusform>
            <numerusform>Последние %Ln дней: считаем…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smsauth::TryItPanel</name>
    <message>
        <source>F&amp;low</source>
        <translation>В&amp;ход</translation>
    </message>
    <message>
        <source>&amp;Send code</source>
        <translation>&amp;Отправить код</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>&amp;Walk both</source>
        <translation>П&amp;ройти всё</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Копировать как &amp;curl</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>Ways to try</source>
        <translation>Способы проверки</translation>
    </message>
    <message>
        <source>One flow</source>
        <translation>Один вход</translation>
    </message>
    <message>
        <source>Also try</source>
        <translation>Проверить отказы</translation>
    </message>
    <message>
        <source>Run many</source>
        <translation>Прогон</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>&amp;Also try what must be refused</source>
        <translation>&amp;Проверить то, что должно быть отклонено</translation>
    </message>
    <message>
        <source>&amp;Run many flows</source>
        <translation>Много входов &amp;подряд</translation>
    </message>
    <message>
        <source>Flow &amp;history</source>
        <translation>&amp;История входов</translation>
    </message>
</context>
<context>
    <name>smsauth::UserActions</name>
    <message>
        <source>Change &amp;number…</source>
        <translation>Сменить &amp;номер…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete this user</source>
        <translation>Удалить этого пользователя</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>&amp;Разблокировать</translation>
    </message>
    <message>
        <source>&amp;Block</source>
        <translation>За&amp;блокировать</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 снова может входить.</translation>
    </message>
    <message>
        <source>%1 is blocked: no code is accepted.</source>
        <translation>%1 заблокирован: коды не принимаются.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>The number is changed.</source>
        <translation>Номер изменён.</translation>
    </message>
</context>
<context>
    <name>smsauth::UsersPanel</name>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Find users</source>
        <translation>Найти пользователей</translation>
    </message>
    <message>
        <source>Phone, name or e-mail</source>
        <translation>Телефон, имя или почта</translation>
    </message>
    <message>
        <source>A user is created by the first correct code.</source>
        <translation>Пользователь создаётся первым верным кодом.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Проба</translation>
    </message>
    <message>
        <source>No user fits.</source>
        <translation>Подходящих пользователей нет.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать всех</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Последний вход</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>Choose a user to see their sign-ins.</source>
        <translation>Выберите пользователя, чтобы увидеть его входы.</translation>
    </message>
    <message>
        <source>No code of this user is accepted until they are unblocked.</source>
        <translation>Пока пользователь заблокирован, его коды не принимаются.</translation>
    </message>
    <message>
        <source>Number of the user</source>
        <translation>Номер пользователя</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Имя пользователя</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>User %1 deleted.</source>
        <translation>Пользователь %1 удалён.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
</context>
<context>
    <name>smsauth::WaitCard</name>
    <message>
        <source>Each number</source>
        <translation>Каждый номер</translation>
    </message>
    <message>
        <source>Always in force. A code that was used ends the wait; a new code replaces the old one.</source>
        <translation>Действует всегда. Использованный код завершает ожидание; новый код заменяет старый.</translation>
    </message>
    <message>
        <source>Wait before the next code</source>
        <translation>Ожидание перед следующим кодом</translation>
    </message>
    <message>
        <source>How the wait is set</source>
        <translation>Как задано ожидание</translation>
    </message>
    <message>
        <source>No wait</source>
        <translation>Без ожидания</translation>
    </message>
    <message>
        <source>A time of its own</source>
        <translation>Своё время</translation>
    </message>
    <message>
        <source>Wrong tries of a code</source>
        <translation>Неверные попытки на код</translation>
    </message>
    <message>
        <source>Wrong tries until a code is refused</source>
        <translation>Неверных попыток до отклонения кода</translation>
    </message>
    <message>
        <source>As long as a code lives: %1</source>
        <translation>Пока действует код: %1</translation>
    </message>
</context>
<context>
    <name>smsauth::Warnings</name>
    <message>
        <source>Secrets locked</source>
        <translation>Секреты заблокированы</translation>
    </message>
    <message>
        <source>The secret store is locked. Until it is unlocked, codes cannot be read and nothing is sent.</source>
        <translation>Хранилище секретов заблокировано. Пока оно закрыто, коды нельзя прочитать и ничего не отправляется.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Разблокировать</translation>
    </message>
    <message>
        <source>Debug code on</source>
        <translation>Отладочный код</translation>
    </message>
    <message>
        <source>A fixed debug code is accepted. Anyone who can reach the server can sign in with it.</source>
        <translation>Принимается постоянный отладочный код. С ним может войти любой, кому доступен сервер.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Reachable from network</source>
        <translation>Доступен из сети</translation>
    </message>
    <message>
        <source>Other computers can reach this server. Make sure that this is what you want.</source>
        <translation>Сервер доступен другим компьютерам. Убедитесь, что так и задумано.</translation>
    </message>
    <message>
        <source>Codes shorter than 6 digits</source>
        <translation>Коды короче 6 цифр</translation>
    </message>
    <message>
        <source>Real codes have fewer than 6 digits and are easier to guess. Use 6 or more.</source>
        <translation>В настоящих кодах меньше 6 цифр, их легче подобрать. Используйте 6 или больше.</translation>
    </message>
    <message>
        <source>Secrets only in memory</source>
        <translation>Секреты только в памяти</translation>
    </message>
    <message>
        <source>Keys are kept in memory only: a restart ends live codes and makes tokens invalid.</source>
        <translation>Ключи хранятся только в памяти: перезапуск завершит действующие коды и обесценит токены.</translation>
    </message>
    <message numerus="yes">
        <source>Faults on (%Ln)</source>
        <translation>
            <numerusform>Включены сбои (%Ln)</numerusform>
            <numerusform>Включены сбои (%Ln)</numerusform>
            <numerusform>Включены сбои (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test number(s) or fault(s) of the simulator are on: messages may be late, lost or refused.</source>
        <translation>
            <numerusform>Включён %Ln тестовый номер или сбой симулятора: сообщения могут опаздывать, теряться или отклоняться.</numerusform>
            <numerusform>Включены %Ln тестовых номера или сбоя симулятора: сообщения могут опаздывать, теряться или отклоняться.</numerusform>
            <numerusform>Включено %Ln тестовых номеров или сбоев симулятора: сообщения могут опаздывать, теряться или отклоняться.</numerusform>
        </translation>
    </message>
    <message>
        <source>Test numbers and faults</source>
        <translation>Тестовые номера и сбои</translation>
    </message>
</context>
</TS>
