package zhai.exchange.writer;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhai.exchange.FileNames;
import zhai.exchange.Group;
import zhai.exchange.Grouping;
import zhai.exchange.JsonText;
import zhai.exchange.ReadingList;
import zhai.exchange.With;
import zhai.model.Article;
import zhai.model.Dossier;
import zhai.model.Entry;
import zhai.model.ImageType;

/// A reading list as notes of an Obsidian vault: in `pages` a note for each bookmark, in `days` (or
/// `tags`, `sites`) a note for each group with links to them.
///
/// The pictures of the articles that are kept lie in `pictures`.
///
/// A note's name is as much of the title as a file can be called by; the whole title is its alias.
public final class ObsidianVault implements FolderWriter {
  private static final Set<With> USUAL = EnumSet.of(With.EXCERPTS, With.NOTES);

  @Override
  public void write(ReadingList list, Folder folder) throws IOException {
    FileNames names = new FileNames();
    Map<Long, String> files = new LinkedHashMap<>();
    Set<With> with = list.layout().with(USUAL);
    PictureFiles pictures = new PictureFiles("../", List.of(ImageType.values()));
    for (Entry entry : list.entries()) {
      String file = names.of(entry.title(), "md");
      files.put(entry.bookmark().id(), file.substring(0, file.length() - ".md".length()));
      String article = with.contains(With.ARTICLE) ? article(list, entry, pictures) : "";
      put(folder, "pages/" + file, VaultNote.write(list, entry, with, article));
      pictures.writeFresh(folder);
    }
    writeGroups(list, files, folder);
  }

  /// The article with its pictures in the vault; empty if there is none.
  private static String article(ReadingList list, Entry entry, PictureFiles pictures) {
    Optional<Dossier> dossier = list.whole().of(entry);
    Article article = dossier.map(it -> it.entry().currentArticle()).orElse(null);
    if (dossier.isEmpty() || article == null) {
      return "";
    }
    KeptImages images = KeptImages.of(list, dossier.get(), pictures::add);
    return MarkdownPictures.moved(article.content().markdown(), images::at);
  }

  private static void writeGroups(ReadingList list, Map<Long, String> files, Folder folder)
      throws IOException {
    FileNames names = new FileNames();
    String place = place(list.layout().grouping(Grouping.DAY));
    for (Group group : list.groups(Grouping.DAY)) {
      if (group.heading() != null) {
        String file = place + "/" + names.of(group.heading(), "md");
        put(folder, file, links(group, files));
      }
    }
  }

  private static String place(Grouping grouping) {
    return switch (grouping) {
      case DAY -> "days";
      case TAG -> "tags";
      case SITE -> "sites";
      case NONE -> "";
    };
  }

  private static String links(Group group, Map<Long, String> files) {
    StringBuilder out = new StringBuilder("---\naliases: [");
    out.append(JsonText.quote(String.valueOf(group.heading()))).append("]\n---\n\n");
    for (Entry entry : group.entries()) {
      out.append("- [[").append(files.get(entry.bookmark().id())).append("]]\n");
    }
    return out.toString();
  }

  private static void put(Folder folder, String path, String text) throws IOException {
    try (Writer out = new OutputStreamWriter(folder.open(path), StandardCharsets.UTF_8)) {
      out.write(text);
    }
  }
}
