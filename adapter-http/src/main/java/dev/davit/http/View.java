package dev.davit.http;

/** What may be answered as JSON: this closed list, and nothing from behind it. */
sealed interface View
    permits ConnectionView,
        DefaultStorageView,
        DocumentView,
        EntryView,
        FieldView,
        LoginView,
        PageView,
        Problem,
        ProviderView,
        QuotaView,
        RegistrationView,
        StatusView,
        UserView {}
