package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.language.Language;

/** What people write at the desk, in one language. */
record DeskWords(
    String code,
    String article,
    String headline,
    String body,
    String section,
    String picture,
    String mistyped,
    String typo,
    String change,
    String comment,
    String tomorrowAtNine,
    List<String> noTimes,
    String slots,
    String noSlots) {

  static DeskWords of(Language language) {
    return switch (language) {
      case KK ->
          new DeskWords(
              "kk",
              "Жаңа көпір ашылды\n\nҚозғалыс дүйсенбіде басталады.",
              "Өзен үстіндегі көпір ашылды",
              "Көпірмен дүйсенбіден бастап жүруге болады.",
              "Қала",
              "Мереке басталды\nАлаңда он мың адам жиналды.",
              "Мектпеке дайындық басталды\n\nТізімде 25 мектеп бар.",
              "мектпеке → мектепке",
              "25 мектеп → 26 мектеп",
              "Мектептің атын жазыңызшы.",
              "ертең 9-да",
              List.of("9:00", "25:00", "кейінірек", "24.11", "31.11 10:00"),
              "@tau_news дс-жм 9:00 18:00; spacing 10; quiet 23:00-7:00",
              "@tau_news дс-жм 9:00 жиі-жиі");
      case RU ->
          new DeskWords(
              "ru",
              "Новый мост открыт\n\nДвижение начнётся в понедельник.",
              "Мост через реку открыт",
              "По мосту можно ездить с понедельника.",
              "Город",
              "Праздник начался\nНа площади десять тысяч человек.",
              "Шоклы готовятся к зиме\n\nВ списке 25 школ.",
              "шоклы → школы",
              "25 школ → 26 школ",
              "Назовите, пожалуйста, школу.",
              "завтра в 9",
              List.of("9:00", "25:00", "попозже", "24.11", "31.11 10:00"),
              "@tau_news пн-пт 9:00 18:00; spacing 10; quiet 23:00-7:00",
              "@tau_news пн-пт 9:00 почаще");
      case EN ->
          new DeskWords(
              "en",
              "A new bridge is open\n\nTraffic begins on Monday.",
              "The bridge over the river is open",
              "One may drive over the bridge from Monday on.",
              "City",
              "The feast has begun\nTen thousand people are in the square.",
              "Shcools prepare for winter\n\n25 schools are on the list.",
              "shcools → schools",
              "25 schools → 26 schools",
              "Please name the school.",
              "tomorrow at 9",
              List.of("9:00", "25:00", "some time", "24.11", "31.11 10:00"),
              "@tau_news mon-fri 9:00 18:00; spacing 10; quiet 23:00-7:00",
              "@tau_news mon-fri 9:00 often");
    };
  }
}
