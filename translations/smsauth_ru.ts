<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
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
        <name>smsauth::CleanupPanel</name>
        <message>
            <source>Cleanup</source>
            <translation>Очистка</translation>
        </message>
    </context>
    <context>
        <name>smsauth::CleanupSettings</name>
        <message>
            <source>Clean up by &amp;itself, every</source>
            <translation>Очищать &amp;автоматически, каждые</translation>
        </message>
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
        <message>
            <source>&amp;Read again</source>
            <translation>П&amp;рочитать снова</translation>
        </message>
        <message>
            <source>Not since the program was started</source>
            <translation>Не было с запуска программы</translation>
        </message>
        <message numerus="yes">
            <source>%1: removed %n code(s)</source>
            <translation>
                <numerusform>%1: удалён %n код</numerusform>
                <numerusform>%1: удалено %n кода</numerusform>
                <numerusform>%1: удалено %n кодов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> and %n row(s) of the send log</source>
            <translation>
                <numerusform> и %n строка журнала</numerusform>
                <numerusform> и %n строки журнала</numerusform>
                <numerusform> и %n строк журнала</numerusform>
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
            <source>&amp;Verify with it</source>
            <translation>&amp;Войти с ним</translation>
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
            <source>%n wrong try(s)</source>
            <translation>
                <numerusform>%n неверная попытка</numerusform>
                <numerusform>%n неверные попытки</numerusform>
                <numerusform>%n неверных попыток</numerusform>
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
            <source>Show &amp;finished codes</source>
            <translation>Показать &amp;завершённые</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Повторить</translation>
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
            <source>Too many requests. Try again in %n second(s).</source>
            <translation>
                <numerusform>Слишком много запросов. Повторите через %n секунду.</numerusform>
                <numerusform>Слишком много запросов. Повторите через %n секунды.</numerusform>
                <numerusform>Слишком много запросов. Повторите через %n секунд.</numerusform>
            </translation>
        </message>
        <message>
            <source>Too many requests. Try again later, or change the limits in Settings.</source>
            <translation>Слишком много запросов. Повторите позже или измените ограничения в настройках.</translation>
        </message>
        <message>
            <source>Numbers of this country are not allowed. Add the country in Settings.</source>
            <translation>Номера этой страны не разрешены. Добавьте страну в настройках.</translation>
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
        <message>
            <source>&amp;Try again</source>
            <translation>&amp;Повторить</translation>
        </message>
        <message numerus="yes">
            <source>%n expired code(s)</source>
            <translation>
                <numerusform>%n истёкший код</numerusform>
                <numerusform>%n истёкших кода</numerusform>
                <numerusform>%n истёкших кодов</numerusform>
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
            <source>&amp;Clear %n expired code(s)</source>
            <translation>
                <numerusform>&amp;Удалить %n истёкший код</numerusform>
                <numerusform>&amp;Удалить %n истёкших кода</numerusform>
                <numerusform>&amp;Удалить %n истёкших кодов</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to clear</source>
            <translation>Удалять нечего</translation>
        </message>
        <message numerus="yes">
            <source>%n code(s) will be cleared in %1.</source>
            <translation>
                <numerusform>%n код будет удалён через %1.</numerusform>
                <numerusform>%n кода будут удалены через %1.</numerusform>
                <numerusform>%n кодов будут удалены через %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Отменить</translation>
        </message>
        <message numerus="yes">
            <source>%n expired code(s) cleared.</source>
            <translation>
                <numerusform>Удалён %n истёкший код.</numerusform>
                <numerusform>Удалено %n истёкших кода.</numerusform>
                <numerusform>Удалено %n истёкших кодов.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n old row(s) of the send log went with them.</source>
            <translation>
                <numerusform>С ними удалена %n старая строка журнала.</numerusform>
                <numerusform>С ними удалены %n старые строки журнала.</numerusform>
                <numerusform>С ними удалено %n старых строк журнала.</numerusform>
            </translation>
        </message>
        <message>
            <source>A cleanup now would remove no code.</source>
            <translation>Сейчас очистка не удалит ни одного кода.</translation>
        </message>
        <message numerus="yes">
            <source>A cleanup now would remove %n expired code(s).</source>
            <translation>
                <numerusform>Сейчас очистка удалит %n истёкший код.</numerusform>
                <numerusform>Сейчас очистка удалит %n истёкших кода.</numerusform>
                <numerusform>Сейчас очистка удалит %n истёкших кодов.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n old row(s) of the send log would go with them.</source>
            <translation>
                <numerusform>С ними уйдёт %n старая строка журнала.</numerusform>
                <numerusform>С ними уйдут %n старые строки журнала.</numerusform>
                <numerusform>С ними уйдёт %n старых строк журнала.</numerusform>
            </translation>
        </message>
        <message>
            <source>Live codes and users stay.</source>
            <translation>Действующие коды и пользователи останутся.</translation>
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
            <source>Copy as curl</source>
            <translation>Копировать как curl</translation>
        </message>
        <message>
            <source>Look inside under Try it</source>
            <translation>Разобрать токен</translation>
        </message>
        <message>
            <source>The same with curl</source>
            <translation>То же с помощью curl</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Токен</translation>
        </message>
        <message>
            <source>Commands copied.</source>
            <translation>Команды скопированы.</translation>
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
            <source>That was a whole sign-in, over HTTP as your app would do it. The same from a terminal:</source>
            <translation>Это был полный вход по HTTP, как в вашем приложении. То же из терминала:</translation>
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
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n день</numerusform>
                <numerusform>%n дня</numerusform>
                <numerusform>%n дней</numerusform>
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
            <source>Send &amp;test SMS</source>
            <translation>Отправить &amp;пробное SMS</translation>
        </message>
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
            <source>Sending…</source>
            <translation>Отправляется…</translation>
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
            <source>%1 refuses them: “%2”</source>
            <translation>%1 не принимает их: «%2»</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Сохранено.</translation>
        </message>
        <message>
            <source>%1 did not take it: “%2”</source>
            <translation>%1 не принял сообщение: «%2»</translation>
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
        <message>
            <source>From now on every sign-in sends a real SMS through %1, which it will charge for. Codes are no longer shown here.</source>
            <translation>С этого момента каждый вход отправляет настоящее платное SMS через %1. Коды здесь больше не показываются.</translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) that wait for the simulator will be cancelled.</source>
            <translation>
                <numerusform>%n сообщение, ожидающее симулятора, будет отменено.</numerusform>
                <numerusform>%n сообщения, ожидающие симулятора, будут отменены.</numerusform>
                <numerusform>%n сообщений, ожидающих симулятора, будут отменены.</numerusform>
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
            <source>What went out, whether it arrived, and if not, why: every attempt with the gateway's own words.

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
        <name>smsauth::MainWindow</name>
        <message numerus="yes">
            <source>%1 copied. It leaves the clipboard in %n second(s).</source>
            <translation>
                <numerusform>Скопировано: %1. Буфер обмена очистится через %n секунду.</numerusform>
                <numerusform>Скопировано: %1. Буфер обмена очистится через %n секунды.</numerusform>
                <numerusform>Скопировано: %1. Буфер обмена очистится через %n секунд.</numerusform>
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
            <source>Sent as %n SMS.</source>
            <translation>
                <numerusform>Уйдёт как %n SMS.</numerusform>
                <numerusform>Уйдёт как %n SMS.</numerusform>
                <numerusform>Уйдёт как %n SMS.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Room for %n more character(s).</source>
            <translation>
                <numerusform>Поместится ещё %n символ.</numerusform>
                <numerusform>Поместятся ещё %n символа.</numerusform>
                <numerusform>Поместится ещё %n символов.</numerusform>
            </translation>
        </message>
        <message>
            <source>It has characters outside the GSM alphabet, so an SMS holds less than half as many.</source>
            <translation>В тексте есть символы не из алфавита GSM, поэтому в одно SMS их входит более чем вдвое меньше.</translation>
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
            <source>“%1”</source>
            <translation>«%1»</translation>
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
            <source>%n message(s) could not be sent today.</source>
            <translation>
                <numerusform>Сегодня не удалось отправить %n сообщение.</numerusform>
                <numerusform>Сегодня не удалось отправить %n сообщения.</numerusform>
                <numerusform>Сегодня не удалось отправить %n сообщений.</numerusform>
            </translation>
        </message>
        <message>
            <source>Open the send log</source>
            <translation>Открыть журнал отправки</translation>
        </message>
    </context>
    <context>
        <name>smsauth::PassphrasePrompt</name>
        <message>
            <source>Passphrase</source>
            <translation>Парольная фраза</translation>
        </message>
        <message>
            <source>Passphrase again</source>
            <translation>Парольная фраза ещё раз</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Leave the secrets locked</source>
            <translation>Оставить секреты запертыми</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>Ещё раз</translation>
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
        <message>
            <source>The two are not the same. Type it twice once more.</source>
            <translation>Фразы не совпадают. Введите её дважды ещё раз.</translation>
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
        <name>smsauth::ProvidersPanel</name>
        <message>
            <source>The simulator is in use again. No SMS leaves this computer.</source>
            <translation>Снова работает симулятор. SMS не покидают этот компьютер.</translation>
        </message>
        <message>
            <source>Find a gateway</source>
            <translation>Найти шлюз</translation>
        </message>
        <message>
            <source>Gateways</source>
            <translation>Список шлюзов</translation>
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
            <source>In use</source>
            <translation>Используется</translation>
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
            <source>Simulator</source>
            <translation>Симулятор</translation>
        </message>
        <message>
            <source>The keyring is locked, so stored credentials cannot be read. Nothing is lost.</source>
            <translation>Связка ключей заблокирована, и учётные данные нельзя прочитать. Ничего не потеряно.</translation>
        </message>
        <message>
            <source>&amp;Unlock</source>
            <translation>&amp;Разблокировать</translation>
        </message>
        <message>
            <source>Credentials are kept in memory and are gone when the program ends. Choose another secret store in Settings.</source>
            <translation>Учётные данные хранятся в памяти и пропадут при выходе. Выберите другое хранилище секретов в настройках.</translation>
        </message>
        <message>
            <source>Credentials that you save here are kept in memory until the program ends.</source>
            <translation>Сохранённые здесь учётные данные хранятся в памяти до выхода из программы.</translation>
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
        <name>smsauth::RecordTable</name>
        <message numerus="yes">
            <source>%n or more new</source>
            <translation>
                <numerusform>не меньше %n нового</numerusform>
                <numerusform>не меньше %n новых</numerusform>
                <numerusform>не меньше %n новых</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n новое</numerusform>
                <numerusform>%n новых</numerusform>
                <numerusform>%n новых</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>smsauth::SendLogFilter</name>
        <message>
            <source>There is no state “%1”.</source>
            <translation>Состояния «%1» нет.</translation>
        </message>
        <message>
            <source>“%1:” is not known here. Use to:, status: or provider:.</source>
            <translation>«%1:» здесь неизвестно. Используйте to:, status: или provider:.</translation>
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
            <source>Phone or words, or to: status: provider:</source>
            <translation>Номер или слова, либо to: status: provider:</translation>
        </message>
        <message>
            <source>Only this &amp;number</source>
            <translation>Только этот &amp;номер</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Повторить</translation>
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
            <source>%n attempt(s)</source>
            <translation>
                <numerusform>%n попытка</numerusform>
                <numerusform>%n попытки</numerusform>
                <numerusform>%n попыток</numerusform>
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
            <source>%n setting(s) cannot be used as typed.</source>
            <translation>
                <numerusform>%n настройка введена неверно.</numerusform>
                <numerusform>%n настройки введены неверно.</numerusform>
                <numerusform>%n настроек введены неверно.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) not applied.</source>
            <translation>
                <numerusform>%n изменение не применено.</numerusform>
                <numerusform>%n изменения не применены.</numerusform>
                <numerusform>%n изменений не применены.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n setting(s) applied.</source>
            <translation>
                <numerusform>%n настройка применена.</numerusform>
                <numerusform>%n настройки применены.</numerusform>
                <numerusform>%n настроек применены.</numerusform>
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
            <source>%1 (%n new)</source>
            <translation>
                <numerusform>%1 (%n новое)</numerusform>
                <numerusform>%1 (%n новых)</numerusform>
                <numerusform>%1 (%n новых)</numerusform>
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
            <source>%n message(s) sent in the last 24 hours</source>
            <translation>
                <numerusform>%n сообщение отправлено за последние 24 часа</numerusform>
                <numerusform>%n сообщения отправлено за последние 24 часа</numerusform>
                <numerusform>%n сообщений отправлено за последние 24 часа</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 % of those sent</source>
            <translation>%1 % отправленных</translation>
        </message>
        <message>
            <source>half of them within %1</source>
            <translation>половина — в пределах %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
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
            <source>Copy the server's address</source>
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
        <name>smsauth::TryItPanel</name>
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
            <source>Requests of this session</source>
            <translation>Запросы этого сеанса</translation>
        </message>
        <message>
            <source>No requests yet</source>
            <translation>Запросов нет</translation>
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
        <message>
            <source>%1 · %2 %3</source>
            <translation>%1 · %2 %3</translation>
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
            <source>Try it</source>
            <translation>Проба</translation>
        </message>
        <message>
            <source>Copy as…</source>
            <translation>Скопировать как…</translation>
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
            <source>The request as a command or a piece of program that sends the same</source>
            <translation>Запрос в виде команды или фрагмента программы, отправляющих то же самое</translation>
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
            <source>Change number</source>
            <translation>Сменить номер</translation>
        </message>
        <message>
            <source>The user keeps everything else and signs in with the new number from now on.</source>
            <translation>Всё остальное у пользователя сохранится; впредь он входит с новым номером.</translation>
        </message>
        <message>
            <source>New number</source>
            <translation>Новый номер</translation>
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
            <source>Try again</source>
            <translation>Повторить</translation>
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
            <source>Code asked for: %1</source>
            <translation>Запрошен код: %1</translation>
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
            <source>After %n wrong tries the right code is refused: 400 or 429.</source>
            <translation>
                <numerusform>После %n неверной попытки верный код отклоняется: 400 или 429.</numerusform>
                <numerusform>После %n неверных попыток верный код отклоняется: 400 или 429.</numerusform>
                <numerusform>После %n неверных попыток верный код отклоняется: 400 или 429.</numerusform>
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
            <source>The history of flows cannot be read: %1.</source>
            <translation>Историю входов не удалось прочитать: %1.</translation>
        </message>
        <message>
            <source>The history of flows is not kept: %1.</source>
            <translation>История входов не сохраняется: %1.</translation>
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
            <source>%n flow(s)</source>
            <translation>
                <numerusform>%n вход</numerusform>
                <numerusform>%n входа</numerusform>
                <numerusform>%n входов</numerusform>
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
            <source>%n failed</source>
            <translation>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
                <numerusform>%n с ошибкой</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>smsauth::RunMany</name>
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
            <translation>Номер, уже просивший код, должен подождать: начните с другого номера или задайте в настройках ожидание 0.</translation>
        </message>
        <message>
            <source>The limits of sign-ins are on: with SMS_AUTH_LIMITS = seed only the wait and the tries remain.</source>
            <translation>Включены ограничения входов: при SMS_AUTH_LIMITS = seed остаются только ожидание и попытки.</translation>
        </message>
        <message>
            <source>Some requests had no answer: see whether the server still runs, or run fewer at once.</source>
            <translation>Часть запросов осталась без ответа: проверьте, работает ли сервер, или уменьшите число одновременных.</translation>
        </message>
        <message>
            <source>The server refused work for a moment: run fewer at once, or set a rate.</source>
            <translation>Сервер на время отказывал: уменьшите число одновременных или задайте темп.</translation>
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
            <source>Flows done</source>
            <translation>Выполнено входов</translation>
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
            <source>Counting up from this number leads to numbers that are not valid. Choose another first number, or fewer flows.</source>
            <translation>Счёт от этого номера приводит к недействительным номерам. Выберите другой первый номер или меньше входов.</translation>
        </message>
        <message>
            <source>%1 of %2 passed, %3 failed, %4 under way · %5 per second · %6</source>
            <translation>успешно %1 из %2, с ошибкой %3, выполняется %4 · %5 в секунду · %6</translation>
        </message>
        <message>
            <source>Other answers</source>
            <translation>Другие ответы</translation>
        </message>
        <message>
            <source>The run did not begin: %1.</source>
            <translation>Прогон не начался: %1.</translation>
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
            <source>The report was not saved: %1.</source>
            <translation>Отчёт не сохранён: %1.</translation>
        </message>
    </context>
</TS>
