'use strict';
/* The page's own words, in the language of the browser. */
const WORDS = {
  en: {
    guide: 'Things to try', actions: 'What to do with it', reply: 'Reply', edit: 'Edit', forward: 'Forward to the bot', editByHand: 'Edit by hand', deleteByHand: 'Delete by hand',
    cancel: 'Cancel', gone: 'There is no such post in the channel.',
    queued: { queued: 'waiting', publishing: 'going out', review: 'for approval', held: 'held', failed: 'failed', doubt: 'in doubt' },
    sandbox: 'sandbox', queue: 'Queue', budget: 'Posts left this minute', bot: 'Bot', faults: 'Faults', calls: 'Calls',
    faultsHint: 'Something goes wrong with the bot’s next post in the channel:', callsHint: 'What the bot asked of Telegram, newest first:',
    panes: 'Channel or chat', channel: 'Channel', chat: 'Chat', channelLabel: 'The channel as its readers see it',
    posts: 'Posts', down: 'To the newest post', postLabel: 'Post to the channel by hand', postHint: 'Post by hand, beside the bot…',
    send: 'Send', chatLabel: 'A chat with the bot', as: 'You are', language: 'Language', room: 'Chat', talk: 'Messages',
    commands: 'Commands', inline: 'Results', messageLabel: 'Message to the bot', messageHint: 'Message, or / for commands',
    attach: 'Attach a photo or a file', edited: 'edited', forwarded: 'Forwarded from', via: 'via', file: 'File', photo: 'Photo',
    empty: 'No posts yet. They appear here by themselves.', talkEmpty: 'Say hello: /start', subscribers: n => n + (n === 1 ? ' subscriber' : ' subscribers'),
    pinnedPost: 'Pinned', botAbout: 'bot', members: n => n + ' members', noAnswer: 'The bot did not answer in ten seconds.',
    administrator: 'administrator', member: 'member', kicked: 'thrown out', left: 'left', noRight: 'may not post',
    clear: 'Clear all', armed: 'Waiting', lost: 'no answer', offline: 'The sandbox has stopped. This page waits for it.',
    owner: 'editor', nothing: 'Nothing found', noCommands: 'The bot has set no commands yet.', show: 'Show', sentAs: 'Sent',
    fault: { lose: 'Lose the answer', flood: '429 for 20 s', gateway: '502 page', delay: 'Delay 8 s', conflict: '409: a second copy', pictures: 'Refuse pictures', close: 'Cut the line', refuse: 'Refuse the post' },
    botAct: { kick: 'Throw the bot out', take: 'Take its right to post', restore: 'Let it in again' },
  },
  ru: {
    guide: 'Что попробовать', actions: 'Что с этим сделать', reply: 'Ответить', edit: 'Изменить', forward: 'Переслать боту', editByHand: 'Изменить вручную', deleteByHand: 'Удалить вручную',
    cancel: 'Отмена', gone: 'Такого поста в канале нет.',
    queued: { queued: 'ждут', publishing: 'выходят', review: 'на утверждении', held: 'отложены', failed: 'не вышли', doubt: 'под вопросом' },
    sandbox: 'песочница', queue: 'Очередь', budget: 'Осталось постов в эту минуту', bot: 'Бот', faults: 'Сбои', calls: 'Вызовы',
    faultsHint: 'Со следующим постом бота в канале что-то случится:', callsHint: 'Что бот просил у Telegram, новое сверху:',
    panes: 'Канал или чат', channel: 'Канал', chat: 'Чат', channelLabel: 'Канал, как его видят читатели',
    posts: 'Посты', down: 'К новому посту', postLabel: 'Написать в канал вручную', postHint: 'Пост вручную, рядом с ботом…',
    send: 'Отправить', chatLabel: 'Чат с ботом', as: 'Вы —', language: 'Язык', room: 'Чат', talk: 'Сообщения',
    commands: 'Команды', inline: 'Результаты', messageLabel: 'Сообщение боту', messageHint: 'Сообщение или / для команд',
    attach: 'Прикрепить фото или файл', edited: 'изменено', forwarded: 'Переслано из', via: 'через', file: 'Файл', photo: 'Фото',
    empty: 'Постов пока нет. Они появятся здесь сами.', talkEmpty: 'Поздоровайтесь: /start', subscribers: n => 'подписчиков: ' + n,
    pinnedPost: 'Закреплено', botAbout: 'бот', members: n => 'участников: ' + n, noAnswer: 'Бот не ответил за десять секунд.',
    administrator: 'администратор', member: 'участник', kicked: 'исключён', left: 'вышел', noRight: 'не может писать',
    clear: 'Убрать все', armed: 'Ждут', lost: 'без ответа', offline: 'Песочница остановлена. Страница ждёт её.',
    owner: 'редактор', nothing: 'Ничего не найдено', noCommands: 'Бот ещё не задал команд.', show: 'Показать', sentAs: 'Отправлено',
    fault: { lose: 'Потерять ответ', flood: '429 на 20 с', gateway: 'Страница 502', delay: 'Задержка 8 с', conflict: '409: вторая копия', pictures: 'Отклонить картинки', close: 'Оборвать связь', refuse: 'Отклонить пост' },
    botAct: { kick: 'Исключить бота', take: 'Забрать право писать', restore: 'Вернуть бота' },
  },
  kk: {
    guide: 'Не істеп көруге болады', actions: 'Мұнымен не істеу керек', reply: 'Жауап беру', edit: 'Өзгерту', forward: 'Ботқа жіберу', editByHand: 'Қолмен өзгерту', deleteByHand: 'Қолмен жою',
    cancel: 'Болдырмау', gone: 'Арнада мұндай жазба жоқ.',
    queued: { queued: 'кезекте', publishing: 'шығып жатыр', review: 'мақұлдауда', held: 'кейінге қалған', failed: 'шықпаған', doubt: 'күмәнді' },
    sandbox: 'құмсалғыш', queue: 'Кезек', budget: 'Осы минутта қалған жазба', bot: 'Бот', faults: 'Ақаулар', calls: 'Шақырулар',
    faultsHint: 'Боттың арнадағы келесі жазбасымен бірдеңе болады:', callsHint: 'Бот Telegram-нан не сұрады, жаңасы жоғарыда:',
    panes: 'Арна немесе чат', channel: 'Арна', chat: 'Чат', channelLabel: 'Оқырмандар көретін арна',
    posts: 'Жазбалар', down: 'Соңғы жазбаға', postLabel: 'Арнаға қолмен жазу', postHint: 'Ботпен қатар қолмен жазу…',
    send: 'Жіберу', chatLabel: 'Ботпен чат', as: 'Сіз —', language: 'Тіл', room: 'Чат', talk: 'Хабарлар',
    commands: 'Командалар', inline: 'Нәтижелер', messageLabel: 'Ботқа хабар', messageHint: 'Хабар немесе / — командалар',
    attach: 'Фото не файл тіркеу', edited: 'өзгертілді', forwarded: 'Қайта жіберілген:', via: 'арқылы', file: 'Файл', photo: 'Фото',
    empty: 'Әзірге жазба жоқ. Олар осы жерде өздігінен пайда болады.', talkEmpty: 'Сәлем беріңіз: /start', subscribers: n => n + ' жазылушы',
    pinnedPost: 'Бекітілген', botAbout: 'бот', members: n => n + ' қатысушы', noAnswer: 'Бот он секундта жауап бермеді.',
    administrator: 'әкімші', member: 'қатысушы', kicked: 'шығарылды', left: 'шықты', noRight: 'жаза алмайды',
    clear: 'Бәрін алып тастау', armed: 'Күтуде', lost: 'жауапсыз', offline: 'Құмсалғыш тоқтады. Бет оны күтіп тұр.',
    months: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
    owner: 'редактор', nothing: 'Ештеңе табылмады', noCommands: 'Бот әлі команда қоймаған.', show: 'Көрсету', sentAs: 'Жіберілді',
    fault: { lose: 'Жауапты жоғалту', flood: '20 с 429', gateway: '502 беті', delay: '8 с кідіріс', conflict: '409: екінші көшірме', pictures: 'Суреттерді қабылдамау', close: 'Байланысты үзу', refuse: 'Жазбаны қабылдамау' },
    botAct: { kick: 'Ботты шығару', take: 'Жазу құқығын алу', restore: 'Ботты қайтару' },
  },
};
const LANGUAGE = (navigator.languages || []).map(tag => tag.slice(0, 2)).find(tag => WORDS[tag]) || 'en';
/* How the reader's own machine writes times and dates. */
const LOCALE = (navigator.languages || []).find(tag => tag.slice(0, 2) === LANGUAGE) || LANGUAGE;
const SAY = WORDS[LANGUAGE];
document.documentElement.lang = LANGUAGE;
for (const node of document.querySelectorAll('[data-say]')) node.textContent = SAY[node.dataset.say];
for (const node of document.querySelectorAll('[data-say-label]')) node.setAttribute('aria-label', SAY[node.dataset.sayLabel]);
for (const node of document.querySelectorAll('[data-say-hint]')) node.placeholder = SAY[node.dataset.sayHint];
