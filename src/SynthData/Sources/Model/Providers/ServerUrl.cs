using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Providers;

/// <summary>Reads the address of a server.</summary>
internal static class ServerUrl
{
    /// <param name="source">Who gives it, for the message.</param>
    /// <exception cref="SchemaException">SD8005, SD8006.</exception>
    public static Uri Read(string text, string source)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
            throw new SchemaException([ProviderDiagnostics.MalformedUrl.At(null, source)]);
        if (url.UserInfo.Length > 0)
            throw new SchemaException([ProviderDiagnostics.UserInfoInUrl.At(null, url.Host)]);
        return url;
    }
}
