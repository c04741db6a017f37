using SynthData.Diagnostics;

namespace SynthData.Sources.Model.Providers;

/// <summary>Finds a provider's key: in its variable, or in the file that the variable with <c>_FILE</c> names.</summary>
internal static class ProviderKey
{
    /// <param name="url">The server; one on this machine needs no key.</param>
    /// <returns>Null where none is needed.</returns>
    /// <exception cref="SchemaException">SD8003, SD8004.</exception>
    public static string? Find(Func<string, string?> environment, string provider, string name, Uri? url)
    {
        string? key = Read(environment, name);
        if (key is null && url is not { IsLoopback: true })
            throw new SchemaException([ProviderDiagnostics.MissingKey.At(null, provider, name)]);
        return key;
    }

    /// <summary>Looks a variable up; one that is blank counts as not set.</summary>
    public static string? Given(Func<string, string?> environment, string name) =>
        environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static string? Read(Func<string, string?> environment, string name)
    {
        if (Given(environment, name) is { } key)
            return key.Trim();
        if (Given(environment, name + "_FILE") is not { } path)
            return null;
        try
        {
            string text = File.ReadAllText(path).Trim();
            return text.Length > 0 ? text : throw Unreadable(name, path, "it is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(name, path, exception.Message);
        }
    }

    private static SchemaException Unreadable(string name, string path, string why) =>
        new([ProviderDiagnostics.UnreadableKeyFile.At(null, name + "_FILE", path, why)]);
}
