package dev.davit.drive.internal.storage;

import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.upload.Lookup;
import dev.davit.drive.internal.upload.Uploads;
import dev.davit.outbound.transfer.Certainty;

/**
 * What all that changes something is done with.
 *
 * @param siblings looks what has a name
 * @param destinations finds where something may be put
 * @param newcomers looks again
 * @param maker makes what has no bytes
 * @param removing removes
 * @param uploads sends bytes
 * @param certainty does what must not be done twice
 * @param lookup looks what has become of a file
 */
record Tools(
    Siblings siblings,
    Destinations destinations,
    Newcomers newcomers,
    Maker maker,
    Removing removing,
    Uploads uploads,
    Certainty certainty,
    Lookup lookup) {
  static Tools of(Desk desk) {
    DriveClient client = desk.client();
    Certainty certainty = new Certainty(desk.pacing().pauses());
    Lookup lookup = new Lookup(client, Siblings.FIELDS);
    Siblings siblings = new Siblings(desk.pages());
    Destinations destinations = new Destinations(desk.folders(), siblings);
    Removing removing = new Removing(client, certainty, lookup);
    return new Tools(
        siblings,
        destinations,
        new Newcomers(client, siblings, destinations, removing),
        new Maker(client, desk.pages(), certainty, lookup),
        removing,
        new Uploads(client, Siblings.FIELDS, desk.pacing()),
        certainty,
        lookup);
  }
}
