using System.Text.RegularExpressions;

namespace SynthData.Jobs;

/// <summary>Looks for secrets in the address of a server.</summary>
internal static partial class JobAddress
{
    public static bool HoldsPassword(string address) => Password().IsMatch(address);

    /// <summary>Whether there is a user, or a key among the address's options.</summary>
    public static bool HoldsUser(string address) => User().IsMatch(address);

    [GeneratedRegex(@"^\w+://[^/@:]*:[^/]*@|[?&]\w*passw(or)?d=", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"^\w+://[^/]*@|[?&][\w-]*(key|token|secret|passw(or)?d)=", RegexOptions.IgnoreCase)]
    private static partial Regex User();
}
