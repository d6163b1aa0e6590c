package dev.davit.http;

/** What may be answered as JSON: this closed list, and nothing from behind it. */
sealed interface View
    permits AuditView,
        ChangeView,
        ChangesView,
        ConnectionView,
        DefaultStorageView,
        DocumentView,
        EntryView,
        FieldView,
        GrantsPageView,
        HealthView,
        LoginView,
        PageLoginView,
        PageView,
        Problem,
        ProviderView,
        PurgeView,
        QuotaView,
        RegistrationView,
        StartedLoginView,
        StartedOAuthView,
        StatusView,
        UserView {}
