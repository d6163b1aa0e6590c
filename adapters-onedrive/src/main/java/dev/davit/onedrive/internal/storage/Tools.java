package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.upload.Uploads;
import dev.davit.outbound.transfer.Certainty;
import dev.davit.outbound.transfer.Pacing;
import java.nio.file.Path;

/**
 * What all that changes something is done with.
 *
 * @param client speaks to Graph as the account
 * @param items looks items up
 * @param siblings looks what has a name
 * @param destinations finds where something may be put
 * @param uploads sends bytes
 * @param certainty does what must not be done twice
 * @param pacing how large files are sent, and how long is waited
 * @param spool a folder for contents of unknown size
 */
record Tools(
    GraphClient client,
    Items items,
    Siblings siblings,
    Destinations destinations,
    Uploads uploads,
    Certainty certainty,
    Pacing pacing,
    Path spool) {
  static Tools of(GraphClient client, Items items, Pacing pacing, Path spool) {
    Siblings siblings = new Siblings(items);
    return new Tools(
        client,
        items,
        siblings,
        new Destinations(siblings),
        new Uploads(client, path -> siblings.at(new Spot(path)), pacing),
        new Certainty(pacing.pauses()),
        pacing,
        spool);
  }
}
