package kz.zharshy.app;

import kz.zharshy.health.Health;
import kz.zharshy.post.PostMaker;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.store.QueueDatabase;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.TelegramBotsApi;

/** What all services of one run of the bot share. */
record Running(
    QueueDatabase database,
    ArticleIndex index,
    TelegramBotsApi api,
    FloodBudget budget,
    PostMaker posts,
    Leadership leadership,
    Health health) {}
