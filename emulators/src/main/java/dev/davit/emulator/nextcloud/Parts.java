package dev.davit.emulator.nextcloud;

/** What the WebDAV part is made of. */
record Parts(
    Disk disk,
    Catalog catalog,
    Quotas quotas,
    Permissions permissions,
    Plain plain,
    FileNodes nodes,
    Listings listings,
    Trash trash,
    Uploads uploads,
    Assemblies assemblies,
    NextcloudFaults faults) {}
