package kz.zharshy.chat;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;

/**
 * What a person asks of a command.
 *
 * @param updateId Telegram's number for it; the same if it comes once more after a crash
 * @param privately whether nobody else reads the answer
 * @param words what stands behind the command's name, without white space around it
 * @param file sent along, or null
 * @param pictured whether a picture or a film came along
 */
public record Question(
    long updateId,
    Asker asker,
    boolean privately,
    String words,
    @Nullable Document file,
    boolean pictured) {}
