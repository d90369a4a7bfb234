'use strict';
/* A bot of the grammY library, which knows nothing of a sandbox: it is only told another address. */
const { Bot, GrammyError, InlineKeyboard, InlineQueryResultBuilder, InputFile, webhookCallback } = require('grammy');
const http = require('node:http');

const [address, token, secret] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot: address } });
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

bot.command('start', ctx => ctx.reply('<b>Choose</b> a number', {
  parse_mode: 'HTML',
  reply_markup: new InlineKeyboard().text('One', '1').text('Two', '2'),
}));
bot.on('callback_query:data', async ctx => {
  await ctx.editMessageText('You chose ' + ctx.callbackQuery.data);
  await ctx.answerCallbackQuery('Thank you');
});
bot.on('inline_query', ctx => ctx.answerInlineQuery([
  InlineQueryResultBuilder.article('a', 'About ' + ctx.inlineQuery.query).text('You asked about ' + ctx.inlineQuery.query),
]));
bot.command('photo', ctx => ctx.replyWithPhoto(new InputFile(DOT, 'dot.png'), { caption: 'A dot' }));
bot.on('message:document', async ctx => {
  const file = await ctx.getFile();
  const bytes = await (await fetch(`${address}/file/bot${token}/${file.file_path}`)).arrayBuffer();
  await ctx.reply(`${ctx.message.document.file_name} has ${bytes.byteLength} bytes`);
});
bot.command('flood', async ctx => {
  let sent = 0;
  try {
    for (; sent < 50; sent++) await ctx.api.sendMessage('@zharshy_sandbox', 'Post ' + sent);
  } catch (e) {
    if (!(e instanceof GrammyError)) throw e;
    await ctx.reply(`${e.error_code} after ${sent} posts, ${e.parameters.retry_after > 0 ? 'with' : 'without'} retry_after`);
  }
});
bot.catch(e => { console.error(e); process.exit(1); });

if (secret) {
  const server = http.createServer(webhookCallback(bot, 'http', { secretToken: secret }));
  server.listen(0, '127.0.0.1', () =>
    bot.api.setWebhook(`http://127.0.0.1:${server.address().port}/`, { secret_token: secret }));
} else {
  bot.start();
}
