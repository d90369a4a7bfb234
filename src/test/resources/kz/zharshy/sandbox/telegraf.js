'use strict';
/* The same bot made with the Telegraf library. */
const { Input, Markup, Telegraf, TelegramError } = require('telegraf');
const http = require('node:http');

const [address, token, secret] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot: address } });
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

bot.command('start', ctx => ctx.replyWithHTML('<b>Choose</b> a number',
  Markup.inlineKeyboard([Markup.button.callback('One', '1'), Markup.button.callback('Two', '2')])));
bot.on('callback_query', async ctx => {
  await ctx.editMessageText('You chose ' + ctx.callbackQuery.data);
  await ctx.answerCbQuery('Thank you');
});
bot.on('inline_query', ctx => ctx.answerInlineQuery([{
  type: 'article',
  id: 'a',
  title: 'About ' + ctx.inlineQuery.query,
  input_message_content: { message_text: 'You asked about ' + ctx.inlineQuery.query },
}]));
bot.command('photo', ctx => ctx.replyWithPhoto(Input.fromBuffer(DOT, 'dot.png'), { caption: 'A dot' }));
bot.on('document', async ctx => {
  const bytes = await (await fetch(await ctx.telegram.getFileLink(ctx.message.document.file_id))).arrayBuffer();
  await ctx.reply(`${ctx.message.document.file_name} has ${bytes.byteLength} bytes`);
});
bot.command('flood', async ctx => {
  let sent = 0;
  try {
    for (; sent < 50; sent++) await ctx.telegram.sendMessage('@zharshy_sandbox', 'Post ' + sent);
  } catch (e) {
    if (!(e instanceof TelegramError)) throw e;
    await ctx.reply(`${e.code} after ${sent} posts, ${e.parameters.retry_after > 0 ? 'with' : 'without'} retry_after`);
  }
});
bot.catch(e => { console.error(e); process.exit(1); });

if (secret) {
  const server = http.createServer(bot.webhookCallback('/', { secretToken: secret }));
  server.listen(0, '127.0.0.1', () =>
    bot.telegram.setWebhook(`http://127.0.0.1:${server.address().port}/`, { secret_token: secret }));
} else {
  bot.launch();
}
