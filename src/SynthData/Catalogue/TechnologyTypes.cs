using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What software and devices are told by. Device, browser and system of one row go together, and so do a commit's hashes.</summary>
internal static class TechnologyTypes
{
    public static ImmutableArray<SemanticType> All { get; } =
    [
        Anywhere("technology.app_name", "software", "The invented name of a program."),
        Anywhere("technology.app_id", "software", "The identifier of the row's program, under a domain set aside for examples.",
            "reverse domain name, RFC 2606", Unlimited, ["bundle_id", "package_id"]),
        Anywhere("technology.semver", "software", "A version number; a tenth are pre-releases.",
            "Semantic Versioning 2.0.0", aliases: ["semver", "app_version", "software_version"]),
        Anywhere("technology.license", "license", "The licence of a piece of software.", "SPDX licence list", aliases: ["spdx", "spdx_license"]),
        Anywhere("technology.programming_language", "language", "A programming language, by how much it is used.", aliases: ["programming_language"]),
        Anywhere("technology.source_extension", "language", "The extension of files in the row's programming language."),
        Anywhere("technology.database", "database", "A database system."),
        Anywhere("technology.device_type", "device", "What kind of device it is.", aliases: ["device_type"]),
        Anywhere("technology.device_maker", "device", "Who makes the row's device.", aliases: ["device_maker", "device_brand", "device_manufacturer"]),
        Anywhere("technology.device_model", "device", "The model of the row's device.", aliases: ["device_model"]),
        Anywhere("technology.os", "device", "The operating system of the row's device.", aliases: ["os", "operating_system", "os_name"]),
        Anywhere("technology.os_version", "device", "The version of the row's operating system.", aliases: ["os_version"]),
        Anywhere("technology.browser", "device", "A browser of the row's device, or none.", aliases: ["browser", "browser_name"]),
        Anywhere("technology.imei", "device", "The number of a mobile device, in the range kept for test devices.",
            "3GPP TS 23.003, Luhn check digit; reporting body 00 is kept for tests", 100_000_000_000, ["imei"]),
        Anywhere("technology.serial_number", "device", "A serial number of two letters and eight digits.",
            capacity: 24L * 24 * 100_000_000, aliases: ["serial_number", "serial_no"]),
        Anywhere("technology.git_sha", "commit", "The name of a commit.", "40 hexadecimal digits, SHA-1", Unlimited,
            ["git_sha", "commit_sha", "commit_hash", "git_commit"]) with { Number = "commit" },
        Anywhere("technology.git_short_sha", "commit", "The first seven digits of the row's commit.") with { Number = "commit" },
        Anywhere("technology.git_branch", "commit", "A branch with its kind and a ticket.", capacity: 26L * 26 * 1_000_000, aliases: ["git_branch", "branch_name"]),
        Anywhere("technology.error_code", "errno", "The symbolic name of an error of the system.", "POSIX.1 <errno.h>", aliases: ["errno"]),
        WholeAnywhere("technology.error_number", "errno", "The number of the row's error.", "errno on Linux"),
        Anywhere("technology.log_level", "log", "The level of a log line, as frequent as in a service that works.", aliases: ["log_level"]),
    ];
}
