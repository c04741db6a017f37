using System.Security.Cryptography;
using System.Text.Json;

namespace SynthData.Tests.Output;

/// <summary>Checks a folder against its manifests without the code under test.</summary>
internal static class DatasetCheck
{
    /// <summary>Says what is wrong with the files that manifests in a folder name; null when nothing is, or there is no manifest.</summary>
    public static async Task<string?> FaultAsync(string folder)
    {
        if (!Directory.Exists(folder))
            return null;
        foreach (string path in Directory.GetFiles(folder, "*manifest*.json"))
        {
            using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            foreach (JsonElement file in manifest.RootElement.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("files").EnumerateArray()))
            {
                string name = Path.Combine(folder, file.GetProperty("path").GetString()!);
                if (!File.Exists(name))
                    return $"{name} is missing";
                byte[] bytes = await File.ReadAllBytesAsync(name, TestContext.Current.CancellationToken);
                if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.GetProperty("sha256").GetString() || bytes.Length != file.GetProperty("bytes").GetInt64())
                    return $"{name} is another file";
            }
        }

        return null;
    }
}
