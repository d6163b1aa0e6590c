package dev.davit.http;

import dev.davit.Caller;
import dev.davit.Davit;
import dev.davit.PurgePage;
import dev.davit.ports.AccountId;
import dev.davit.ports.JobId;
import dev.davit.ports.OwnerId;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Purge;
import java.util.List;

/** Accounts that are deleted, and what becomes of all that was theirs. */
final class PurgeRoutes {
  private static final String BASE = "/api/purges";

  private final Davit davit;
  private final SessionCookie cookie;
  private final OAuthCookies pending;

  PurgeRoutes(Davit davit, boolean secure) {
    this.davit = davit;
    this.cookie = new SessionCookie(secure);
    this.pending = new OAuthCookies(secure);
  }

  List<Route> routes() {
    Answer begun = Answer.of(202, PurgeView.class);
    return List.of(
        Route.delete("/api/users/me", Access.ANY, begun, this::deleteOwn)
            .withBody(Body.json(List.of("password"), List.of()))
            .may(ProblemType.CONFLICT),
        Route.delete("/api/admin/users/{id}", Access.ADMIN, begun, this::delete)
            .may(ProblemType.NOT_FOUND, ProblemType.CONFLICT),
        Route.get(BASE + "/{id}", Access.PUBLIC, Answer.of(200, PurgeView.class), this::show)
            .may(ProblemType.NOT_FOUND),
        Route.get("/api/admin/purges", Access.ADMIN, Answer.list(PurgeView.class), this::list)
            .withQuery("limit", "page_token")
            .may(ProblemType.INVALID_CURSOR));
  }

  private void deleteOwn(Call call) {
    Secret password = new Secret(call.body().require("password"));
    Purge purge = davit.accounts().deleteOwn(call.identity().session(), password, call.requestId());
    cookie.clear(call.response());
    pending.clearAll(call.request(), call.response());
    begun(call, purge);
  }

  private void delete(Call call) {
    String admin = call.identity().userId();
    Caller by = new Caller(new OwnerId(admin), admin, call.requestId());
    begun(call, davit.accounts().delete(new AccountId(call.path("id")), by));
  }

  private static void begun(Call call, Purge purge) {
    call.header("Location", BASE + "/" + purge.id().value());
    call.answer(202, PurgeView.of(purge));
  }

  private void show(Call call) {
    call.answer(200, PurgeView.of(davit.owners().purgeState(new JobId(call.path("id")))));
  }

  private void list(Call call) {
    String after = AdminRoutes.after(call.query());
    PurgePage page = davit.owners().purges(FolderRoutes.limit(call.query()), after);
    List<PurgeView> items = page.purges().stream().map(PurgeView::of).toList();
    call.answer(200, new PageView(items, page.next(), null));
  }
}
