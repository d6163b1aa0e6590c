package dev.davit.http;

/** What may be answered as JSON: this closed list, and nothing from behind it. */
sealed interface View
    permits ChangeView,
        ChangesView,
        ConnectionView,
        DefaultStorageView,
        DocumentView,
        EntryView,
        FieldView,
        GrantsPageView,
        LoginView,
        PageLoginView,
        PageView,
        Problem,
        ProviderView,
        QuotaView,
        RegistrationView,
        StartedLoginView,
        StartedOAuthView,
        StatusView,
        UserView {}
