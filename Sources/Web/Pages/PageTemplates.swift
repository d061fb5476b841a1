/// The templates that are built into the program.
enum PageTemplates {
    /// Source by name; partials and the layout included.
    static let all: [(name: String, source: [UInt8])] = [
        ("layout", PackageResources.layout_mustache),
        ("part_errors", PackageResources.part_errors_mustache),
        ("part_field", PackageResources.part_field_mustache),
        ("part_pages", PackageResources.part_pages_mustache),
        ("part_paragraphs", PackageResources.part_paragraphs_mustache),
        ("part_secrets", PackageResources.part_secrets_mustache),
        ("part_stamp", PackageResources.part_stamp_mustache),
        ("page_alarms", PackageResources.page_alarms_mustache),
        ("page_concern", PackageResources.page_concern_mustache),
        ("page_concern_form", PackageResources.page_concern_form_mustache),
        ("page_error", PackageResources.page_error_mustache),
        ("page_inbox", PackageResources.page_inbox_mustache),
        ("page_information", PackageResources.page_information_mustache),
        ("page_match", PackageResources.page_match_mustache),
        ("page_reception", PackageResources.page_reception_mustache),
        ("page_reception_item", PackageResources.page_reception_item_mustache),
        ("page_reconciliation", PackageResources.page_reconciliation_mustache),
        ("page_sign_in", PackageResources.page_sign_in_mustache),
    ]
}
