package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How upload sessions begin, and what becomes of them (driveitem-createuploadsession). */
final class CreateUploadSession {
  private final World world;
  private final Places places;

  CreateUploadSession(World world) {
    this.world = world;
    this.places = new Places(world.store(), world.access());
  }

  void create(Call call) throws IOException {
    UploadWish wish = UploadWish.of(call);
    UploadSession.Plan plan = world.store().locked(() -> plan(call, wish));
    UploadSessions.Begun begun = world.sessions().begin(plan);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("@odata.context", call.origin() + "/v1.0/$metadata#microsoft.graph.uploadSession");
    answer.putAll(begun.session().state());
    answer.put(
        "uploadUrl",
        Hosts.files(call.request()) + UploadServlet.PREFIX + "session?tempauth=" + begun.secret());
    call.send(200, answer);
  }

  private UploadSession.Plan plan(Call call, UploadWish wish) {
    return call.address().byPath() ? byPath(call, wish) : byId(call, wish);
  }

  private UploadSession.Plan byId(Call call, UploadWish wish) {
    Item item = world.access().writable(call);
    if (!item.is(Item.Kind.FILE)) {
      throw Refusals.invalid("The name of the file to upload is missing in the address.");
    }
    wish.check(item.name, item.drive);
    replaceable(call, item);
    Writes.room(item.drive, wish.size() - item.size);
    return plan(item.drive, wish, arrived -> replaced(item, arrived, call.who()));
  }

  private Writes.Written replaced(Item item, Arrived arrived, Who who) {
    if (item.deleted) {
      throw Refusals.notFound();
    }
    return new Writes.Written(world.writes().content(item, arrived, who), false);
  }

  private UploadSession.Plan byPath(Call call, UploadWish wish) {
    Place place = places.of(call);
    wish.check(place.name(), place.parent().drive);
    Optional<Item> there = place.there();
    if (there.isPresent() && wish.conflict() != Conflict.RENAME) {
      Item item = there.get();
      if (wish.conflict() == Conflict.FAIL || !item.is(Item.Kind.FILE)) {
        throw Refusals.exists();
      }
      replaceable(call, item);
    }
    Drive drive = place.parent().drive;
    Writes.room(drive, wish.size() - there.map(item -> item.size).orElse(0L));
    return plan(drive, wish, arrived -> written(place, arrived, wish.conflict(), call.who()));
  }

  private Writes.Written written(Place place, Arrived arrived, Conflict conflict, Who who) {
    if (place.parent().deleted) {
      throw Refusals.notFound();
    }
    return world.writes().file(place, arrived, conflict, who);
  }

  /** Conditions are looked at when it begins. */
  private static void replaceable(Call call, Item item) {
    Tags.match(call, item);
    if (Tags.isKnown(call, item)) {
      throw Refusals.modified();
    }
    Writes.unlocked(item);
  }

  private UploadSession.Plan plan(
      Drive drive, UploadWish wish, Function<Arrived, Writes.Written> write) {
    return new UploadSession.Plan(
        wish.size(), wish.deferred(), drive.isPersonal(), content -> commit(content, wish, write));
  }

  /** Under no lock but the session's; what a request knew is gone when it ends. */
  private UploadSession.Committed commit(
      Content content, UploadWish wish, Function<Arrived, Writes.Written> write) {
    try {
      Arrived arrived = Arrived.of(content);
      return world
          .store()
          .locked(
              () -> {
                Writes.Written written = write.apply(arrived);
                wish.into(written.item());
                return new UploadSession.Committed(
                    written.made(), world.resources().item(written.item()));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Completes an upload elsewhere, or under another name ("Handle upload errors"): a PUT to the
   * folder with {@code @microsoft.graph.sourceUrl}.
   */
  void complete(Call call) throws IOException {
    UploadWish wish = UploadWish.completing(call);
    UploadSession.Committed committed =
        world.sessions().complete(wish.source(), content -> completed(call, wish, content));
    call.send(committed.created() ? 201 : 200, committed.item());
  }

  private UploadSession.Committed completed(Call call, UploadWish wish, Content content) {
    return commit(
        content,
        wish,
        arrived -> {
          Item parent = world.access().writable(call);
          Places.holds(parent);
          Names.check(wish.name(), parent);
          Place place = new Place(parent, wish.name());
          place.there().ifPresent(there -> Tags.match(call, there));
          return written(place, arrived, wish.conflict(), call.who());
        });
  }
}
