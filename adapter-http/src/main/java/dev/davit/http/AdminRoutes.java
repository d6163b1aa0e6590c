package dev.davit.http;

import dev.davit.AccountPage;
import dev.davit.Accounts;
import dev.davit.Davit;
import dev.davit.ports.AccountId;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OwnerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What admins see: who has an account, and what they have connected; never what is in there. */
final class AdminRoutes {
  private final Davit davit;
  private final Accounts accounts;

  AdminRoutes(Davit davit) {
    this.davit = davit;
    this.accounts = davit.accounts();
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/admin/users", Access.ADMIN, Answer.list(UserView.class), this::users)
            .withQuery("limit", "page_token")
            .may(ProblemType.INVALID_CURSOR),
        Route.get(
                "/api/admin/users/{id}/connections",
                Access.ADMIN,
                Answer.list(ConnectionView.class),
                this::connections)
            .may(ProblemType.NOT_FOUND));
  }

  private void users(Call call) {
    AccountPage page = accounts.list(FolderRoutes.limit(call.query()), after(call.query()));
    List<UserView> items = page.accounts().stream().map(UserView::of).toList();
    call.answer(200, new PageView(items, page.next(), null));
  }

  /** The id after which a page goes on; null for the first. */
  static @Nullable String after(Fields query) {
    String after = query.get("page_token");
    if (after != null && !after.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new CloudException(ErrorKind.INVALID_CURSOR, "The page token is not one of ours.");
    }
    return after;
  }

  private void connections(Call call) {
    String owner = accounts.get(new AccountId(call.path("id"))).id().value();
    call.answer(
        200,
        PageView.of(
            davit.connections().listOf(new OwnerId(owner), call.caller()).stream()
                .map(ConnectionView::of)
                .toList()));
  }
}
