using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What is found on the internet. Domain and page of one row agree; e-mail and user name are the person's.</summary>
internal static class InternetTypes
{
    private const string Entity = "internet";

    public static ImmutableArray<SemanticType> All { get; } =
    [
        Text("internet.email", "person", "The e-mail address of the row's person.", "?", "?", Unlimited),
        Text("internet.username", "person", "The user name of the row's person.", "?", "?", Unlimited),
        Text("internet.domain", Entity, "An internet domain of ordinary words, under the ending set aside for examples.", "?", "?", Unlimited, ["domain_name", "hostname", "host_name"]),
        Text("internet.url", Entity, "A page of the row's domain.", "?", "?", Unlimited, ["url", "website", "web_site", "web_page", "homepage", "link"]),
        Text("internet.slug", Entity, "Words with hyphens between, as in the address of a page.", "?", "?", Unlimited, ["slug"]),
        Text("internet.ipv4", Entity, "A public address of version 4.", "?", "?", aliases: ["ip", "ip_address", "ipv4", "client_ip", "remote_ip"]),
        Text("internet.ipv6", Entity, "An address of version 6 in the network set aside for documentation.", "?", "?", Unlimited, ["ipv6", "ipv6_address"]),
        Text("internet.mac", Entity, "A locally administered hardware address.", "?", "?", 1L << 40, ["mac", "mac_address"]),
        Text("internet.user_agent", Entity, "What a current browser calls itself.", "?", "?", aliases: ["user_agent", "browser_user_agent"]),
    ];
}
