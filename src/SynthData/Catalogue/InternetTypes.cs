using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What is found on the internet. Domain and page of one row agree; e-mail and user name are the person's.</summary>
internal static class InternetTypes
{
    private const string Entity = "internet";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Text("internet.email", "person", "The e-mail address of the row's person.",
            "pbrown@example.com", "svandenberg@example.com", Unlimited),
        Text("internet.username", "person", "The user name of the row's person.", "pamela_brown", "suzanne_vandenberg", Unlimited),
        Text("internet.domain", Entity, "An internet domain of ordinary words, under the ending set aside for examples.",
            "prime-tree.example", "prachtige-wolf.example", Unlimited, ["domain_name", "hostname"]),
        Text("internet.url", Entity, "A page of the row's domain.",
            "https://www.prime-tree.example/blue-spruce-ridge", "https://www.prachtige-wolf.example/brede-valk-straat",
            Unlimited, ["url", "website", "web_page", "homepage", "link"]),
        Text("internet.slug", Entity, "Words with hyphens between, as in the address of a page.",
            "blue-spruce-ridge", "brede-valk-straat", Unlimited, ["slug"]),
        Text("internet.ipv4", Entity, "A public address of version 4.",
            "179.199.236.83", "179.199.236.83", aliases: ["ip", "ip_address", "ipv4", "client_ip", "remote_ip"]),
        Text("internet.ipv6", Entity, "An address of version 6 in the network set aside for documentation.",
            "2001:db8:6d60:4819:1000:c964:35c0:d2f0", "2001:db8:6d60:4819:1000:c964:35c0:d2f0", Unlimited, ["ipv6", "ipv6_address"]),
        Text("internet.mac", Entity, "A locally administered hardware address.",
            "02:9d:ab:2a:45:54", "02:9d:ab:2a:45:54", 1L << 40, ["mac", "mac_address"]),
        Text("internet.user_agent", Entity, "What a current browser calls itself.",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            aliases: ["user_agent", "browser_user_agent"]),
    ];
}
