using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What is found on the internet. Domain and page of one row agree; e-mail and user name are the person's.</summary>
internal static class InternetTypes
{
    private const string Entity = "internet";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Text("internet.email", "person", "The e-mail address of the row's person.", Named, Unlimited),
        Text("internet.username", "person", "The user name of the row's person.", Named, Unlimited),
        Text("internet.domain", Entity, "An internet domain of ordinary words, under the ending set aside for examples.",
            Deep, Unlimited, ["domain_name", "hostname"]),
        Text("internet.url", Entity, "A page of the row's domain.", Deep, Unlimited, ["url", "website", "web_page", "homepage", "link"]),
        Text("internet.slug", Entity, "Words with hyphens between, as in the address of a page.", Deep, Unlimited, ["slug"]),
        Anywhere("internet.ipv4", Entity, "A public address of version 4.", aliases: ["ip", "ip_address", "ipv4", "client_ip", "remote_ip"]),
        Anywhere("internet.ipv6", Entity, "An address of version 6 in the network set aside for documentation.", "RFC 3849", Unlimited, ["ipv6", "ipv6_address"]),
        Anywhere("internet.mac", Entity, "A locally administered hardware address.", "IEEE 802", 1L << 40, ["mac", "mac_address"]),
        Anywhere("internet.user_agent", Entity, "What a current browser calls itself.", aliases: ["user_agent", "browser_user_agent"]),
        Anywhere("internet.ipv4_documentation", "network", "An address of version 4 in a network set aside for documentation.", "RFC 5737", 3 * 254),
        Anywhere("internet.ipv4_private", "network", "An address of version 4 in a private network.",
            "RFC 1918", (1 << 24) + (1 << 20) + (1 << 16), ["private_ip", "local_ip", "lan_ip", "internal_ip"]),
        Anywhere("internet.cidr", "network", "A private network of 256 addresses.", "RFC 1918, RFC 4632", (1 << 16) + (1 << 12) + (1 << 8), ["cidr", "subnet"]),
        WholeAnywhere("internet.port", "service", "A port a service listens on.", "IANA service names and port numbers"),
        Anywhere("internet.service", "service", "The name of the service that listens on the row's port.", "IANA service names and port numbers"),
        Anywhere("internet.tld", "tld", "A top-level domain, as frequent as among domains.", "IANA root zone", aliases: ["tld", "top_level_domain"]),
        Anywhere("internet.http_method", "http", "The method of a request.", "RFC 9110", aliases: ["http_method", "request_method"]),
        WholeAnywhere("internet.http_status", "http", "A status that the row's method usually gets.", "RFC 9110", ["http_status", "http_status_code", "response_status"]),
        Anywhere("internet.http_reason", "http", "The words of the row's status.", "RFC 9110", aliases: ["http_reason", "reason_phrase"]),
        Anywhere("internet.mime_type", "file", "The media type of a file.", "IANA media types", aliases: ["mime_type", "mime", "media_type", "content_type"]),
        Anywhere("internet.file_extension", "file", "The extension that goes with the row's media type.", aliases: ["file_extension", "file_ext"]),
        Anywhere("internet.file_name", "file", "A name such as devices and programs give, with the row's extension.", capacity: 1_000_000_000, aliases: ["file_name"]),
        Anywhere("internet.md5", "digest", "The digest of a file, 32 hexadecimal digits; drawn, no file has it.", "RFC 1321", Unlimited, ["md5", "md5_hash"]),
        Anywhere("internet.sha1", "digest", "The digest of a file, 40 hexadecimal digits; drawn, no file has it.", "FIPS 180-4", Unlimited, ["sha1", "sha1_hash"]),
        Anywhere("internet.sha256", "digest", "The digest of a file, 64 hexadecimal digits; drawn, no file has it.",
            "FIPS 180-4", Unlimited, ["sha256", "sha256_hash", "checksum_sha256"]),
    ];
}
