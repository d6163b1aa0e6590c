package dev.davit.internal.documents;

import dev.davit.ports.Bytes;
import dev.davit.ports.store.Document;

/**
 * The right to go on with an upload in parts, until somebody else puts his row in the place of this
 * one: no two sealed values are the same, so that it can be told whose a row is.
 *
 * @param document what is being uploaded, as it was when this was put
 * @param upload how far it is
 * @param sealed as it stands in the row
 */
record Claim(Document document, OpenUpload upload, Bytes sealed) {}
