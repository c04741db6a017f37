using System.Security.Cryptography;
using SynthData.Manifest;

namespace SynthData.Output;

/// <summary>Reads what stands at a target and compares it with what a run would make.</summary>
internal static class ExistingDataset
{
    /// <summary>Gives the manifest at a target, or null when there is none.</summary>
    /// <exception cref="Diagnostics.GenerationException">SD5008, SD5009.</exception>
    public static RunManifest? Read(DatasetLayout layout)
    {
        byte[]? json = null;
        OutputFailure.Guard(layout.ManifestPath, () => json = File.Exists(layout.ManifestPath) ? File.ReadAllBytes(layout.ManifestPath) : null);
        return json is null ? null : ManifestReader.Read(json, layout.ManifestPath);
    }

    /// <summary>Compares schema, seed, options and hashes of files; the tool's version and the model's totals may differ.</summary>
    public static async Task<DatasetState> CompareAsync(DatasetLayout layout, RunManifest request, CancellationToken cancellationToken)
    {
        if (Read(layout) is not { } found)
            return DatasetState.None;

        string? difference = ManifestDifference.Between(found, request) is { } key ? $"it differs in {key}" : null;
        foreach (ManifestFile file in found.Tables.SelectMany(table => table.Files).DistinctBy(file => file.Path))
            difference ??= await DamageOfAsync(layout.Folder, file, cancellationToken);
        return new DatasetState(found, difference);
    }

    /// <summary>Says how a file is not the one its manifest names, or gives null.</summary>
    public static async Task<string?> DamageOfAsync(string folder, ManifestFile file, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, file.Path);
        try
        {
            if (!File.Exists(path))
                return $"'{file.Path}' is missing";
            await using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            if (stream.Length != file.Bytes)
                return $"'{file.Path}' has {stream.Length} bytes, not {file.Bytes}";
            byte[] hash = await SHA256.HashDataAsync(stream, cancellationToken);
            return Convert.ToHexStringLower(hash) == file.Sha256 ? null : $"'{file.Path}' was changed since it was made";
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            return $"'{file.Path}' cannot be read: {failure.Message}";
        }
    }
}
