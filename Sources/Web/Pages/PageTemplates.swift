/// The templates that are built into the program.
enum PageTemplates {
    /// The rows that have a template of their own.
    enum Row: String, CaseIterable, Sendable {
        case duty, entry, concern, lane, link, mark, menu, ownCase, person, reading, step, tick, worker

        var source: [UInt8] {
            switch self {
            case .duty: PackageResources.row_duty_mustache
            case .entry: PackageResources.row_entry_mustache
            case .concern: PackageResources.row_concern_mustache
            case .lane: PackageResources.row_lane_mustache
            case .link: PackageResources.row_link_mustache
            case .mark: PackageResources.row_mark_mustache
            case .menu: PackageResources.row_menu_mustache
            case .ownCase: PackageResources.row_own_case_mustache
            case .person: PackageResources.row_person_mustache
            case .reading: PackageResources.row_reading_mustache
            case .step: PackageResources.row_step_mustache
            case .tick: PackageResources.row_tick_mustache
            case .worker: PackageResources.row_worker_mustache
            }
        }
    }

    /// Source by name; partials and the layout included.
    static let all: [(name: String, source: [UInt8])] = [
        ("layout", PackageResources.layout_mustache),
        ("part_access", PackageResources.part_access_mustache),
        ("part_buttons", PackageResources.part_buttons_mustache),
        ("part_duties", PackageResources.part_duties_mustache),
        ("part_errors", PackageResources.part_errors_mustache),
        ("part_facts", PackageResources.part_facts_mustache),
        ("part_facts_context", PackageResources.part_facts_context_mustache),
        ("part_field", PackageResources.part_field_mustache),
        ("part_pages", PackageResources.part_pages_mustache),
        ("part_paragraphs", PackageResources.part_paragraphs_mustache),
        ("part_referral", PackageResources.part_referral_mustache),
        ("part_drafts", PackageResources.part_drafts_mustache),
        ("part_secrets", PackageResources.part_secrets_mustache),
        ("part_stamp", PackageResources.part_stamp_mustache),
        ("part_plan_bars", PackageResources.part_plan_bars_mustache),
        ("part_plan_chart", PackageResources.part_plan_chart_mustache),
        ("part_plan_links", PackageResources.part_plan_links_mustache),
        ("part_plan_sheet", PackageResources.part_plan_sheet_mustache),
        ("part_plan_table", PackageResources.part_plan_table_mustache),
        ("part_queue", PackageResources.part_queue_mustache),
        ("part_timeline", PackageResources.part_timeline_mustache),
        ("page_alarms", PackageResources.page_alarms_mustache),
        ("page_board", PackageResources.page_board_mustache),
        ("page_board_duties", PackageResources.page_board_duties_mustache),
        ("page_breaches", PackageResources.page_breaches_mustache),
        ("page_calculator", PackageResources.page_calculator_mustache),
        ("page_case_referrals", PackageResources.page_case_referrals_mustache),
        ("page_case", PackageResources.page_case_mustache),
        ("page_changed_case", PackageResources.page_changed_case_mustache),
        ("page_chronology", PackageResources.page_chronology_mustache),
        ("page_concern", PackageResources.page_concern_mustache),
        ("page_concern_form", PackageResources.page_concern_form_mustache),
        ("page_deadline_form", PackageResources.page_deadline_form_mustache),
        ("page_editor", PackageResources.page_editor_mustache),
        ("page_error", PackageResources.page_error_mustache),
        ("page_governor", PackageResources.page_governor_mustache),
        ("page_hidden_address", PackageResources.page_hidden_address_mustache),
        ("page_inbox", PackageResources.page_inbox_mustache),
        ("page_indicators", PackageResources.page_indicators_mustache),
        ("page_information", PackageResources.page_information_mustache),
        ("page_kept_draft", PackageResources.page_kept_draft_mustache),
        ("page_law", PackageResources.page_law_mustache),
        ("page_match", PackageResources.page_match_mustache),
        ("page_message", PackageResources.page_message_mustache),
        ("page_my_day", PackageResources.page_my_day_mustache),
        ("page_own_report", PackageResources.page_own_report_mustache),
        ("page_places", PackageResources.page_places_mustache),
        ("page_plan", PackageResources.page_plan_mustache),
        ("page_plan_editor", PackageResources.page_plan_editor_mustache),
        ("page_plan_form", PackageResources.page_plan_form_mustache),
        ("page_plan_question", PackageResources.page_plan_question_mustache),
        ("page_plan_run", PackageResources.page_plan_run_mustache),
        ("page_plans", PackageResources.page_plans_mustache),
        ("page_preview", PackageResources.page_preview_mustache),
        ("page_queue", PackageResources.page_queue_mustache),
        ("page_reception", PackageResources.page_reception_mustache),
        ("page_reception_item", PackageResources.page_reception_item_mustache),
        ("page_reconciliation", PackageResources.page_reconciliation_mustache),
        ("page_referral_form", PackageResources.page_referral_form_mustache),
        ("page_referral_kinds", PackageResources.page_referral_kinds_mustache),
        ("page_referral_preview", PackageResources.page_referral_preview_mustache),
        ("page_room", PackageResources.page_room_mustache),
        ("page_take_over", PackageResources.page_take_over_mustache),
        ("page_search", PackageResources.page_search_mustache),
        ("page_sign_in", PackageResources.page_sign_in_mustache),
        ("page_unanswered", PackageResources.page_unanswered_mustache),
        ("page_visits", PackageResources.page_visits_mustache),
    ]
}
