package zhai.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The kinds of queries that are asked of a library.
enum AskedAtSize {
  WORD {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      return Asked.all(pages.english().any(random));
    }
  },
  TWO_CHARACTERS {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      return Asked.all(twoCharacters(pages, random));
    }
  },
  TWO_WORDS {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      String one = pages.english().ranked(MIDDLING + random.nextInt(2_000));
      String other = pages.english().ranked(MIDDLING + random.nextInt(2_000));
      return Asked.all(one, other);
    }
  },
  QUESTION {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      int number = random.nextInt(count);
      String text = pages.page(number).text();
      return MadePages.isChinese(number) ? chineseQuestion(text) : englishQuestion(text);
    }
  },
  PHRASE {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      String phrase = clause(pages.page(2 * random.nextInt(count / 2)).text(), 8);
      return new Asked('"' + phrase + '"', phrase, List.of(phrase), Asked.Shape.PHRASE);
    }
  },
  SITE_FILTER {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      int number = 2 * random.nextInt(count / 2) + 1;
      String word = pages.page(number).title().split(" ")[0];
      String site = MadePages.host(number);
      return new Asked("site:" + site + " " + word, word, List.of(word), Asked.Shape.OF_SITE);
    }
  },
  COMMON_OR {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      String one = pages.english().ranked(random.nextInt(MIDDLING));
      String other = pages.english().ranked(random.nextInt(MIDDLING));
      return new Asked(
          one + " OR " + other, one + " " + other, List.of(one, other), Asked.Shape.ANY);
    }
  },
  PAGE_100 {
    @Override
    Asked any(MadePages pages, int count, Random random) {
      String word = pages.english().ranked(random.nextInt(2 * MIDDLING));
      return new Asked(word, word, List.of(word), Asked.Shape.DEEP);
    }
  };

  /// The rank from which on words are not the most common ones any more.
  private static final int MIDDLING = 20;

  private static final int QUESTION_WORDS = 8;
  private static final int QUESTION_CHARACTERS = 12;

  /// One of this kind.
  ///
  /// @param count of the pages that are in the library
  abstract Asked any(MadePages pages, int count, Random random);

  /// The same ones in each run.
  List<Asked> some(MadePages pages, int count, int howMany) {
    Random random = new Random(ordinal());
    List<Asked> some = new ArrayList<>();
    while (some.size() < howMany) {
      some.add(any(pages, count, random));
    }
    return some;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String twoCharacters(MadePages pages, Random random) {
    String word = pages.chinese().any(random);
    while (word.length() != 2) {
      word = pages.chinese().any(random);
    }
    return word;
  }

  private static Asked englishQuestion(String text) {
    List<String> all = List.of(text.replace(".", "").split("\\s+"));
    List<String> words = all.subList(0, Math.min(QUESTION_WORDS, all.size()));
    String question = String.join(" ", words);
    return new Asked(question, question, words, Asked.Shape.ANY);
  }

  private static Asked chineseQuestion(String text) {
    String question = clause(text, QUESTION_CHARACTERS);
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i + 3 <= question.length(); i++) {
      pieces.add(question.substring(i, i + 3));
    }
    return new Asked(question, question, pieces, Asked.Shape.ANY);
  }

  /// The beginning of a Chinese text up to the next sign.
  private static String clause(String text, int characters) {
    return text.substring(0, Math.min(characters, text.length())).replaceAll("[，。\\s].*", "");
  }
}
