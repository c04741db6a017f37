using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace SynthData.Testing;

/// <summary>A schema that this process has read, for as long as its files hold what they held, with all that was made of it.</summary>
/// <remarks>Thread-safe. Only the newest reading of a path is kept.</remarks>
internal sealed class ReadSchema
{
    private const int MaxTries = 5;

    private static readonly ConcurrentDictionary<string, Place> Places = new(StringComparer.Ordinal);

    private readonly ImmutableArray<string> files;
    private readonly string stamp;

    private ReadSchema(Dataset dataset, ImmutableArray<string> files, string stamp)
    {
        Dataset = dataset;
        this.files = files;
        this.stamp = stamp;
    }

    public Dataset Dataset { get; }

    /// <summary>What was planned of it, by what was asked.</summary>
    public MadeOnce<string, PlannedFixture> Planned { get; } = new();

    /// <summary>Gives what the schema at a path says now; reads it where a byte of it, its knowledge or a file it names has changed.</summary>
    public static ReadSchema Of(string path, ImmutableSortedDictionary<string, string> parameters)
    {
        Place place = Places.GetOrAdd(string.Join('\n', parameters.Select(one => $"{one.Key}={one.Value}").Prepend(path)), _ => new Place());
        if (place.Newest is { } known && Stamp(known.files) == known.stamp)
            return known;
        lock (place.Reading)
        {
            if (place.Newest is not { } newest || Stamp(newest.files) != newest.stamp)
                place.Newest = newest = Read(path, parameters);
            return newest;
        }
    }

    // A file that is written while it is read is read again.
    private static ReadSchema Read(string path, ImmutableSortedDictionary<string, string> parameters)
    {
        ImmutableArray<string> own = [path, Dataset.KnowledgePath(path)];
        for (int tries = 1; ; tries++)
        {
            string before = Stamp(own);
            Dataset dataset = Dataset.Open(path, parameters);
            ImmutableArray<string> files = [.. own, .. dataset.Schema.Files.Select(name => Path.Combine(Path.GetDirectoryName(path)!, name))];
            if (Stamp(own) == before || tries == MaxTries)
                return new ReadSchema(dataset, files, Stamp(files));
        }
    }

    private static string Stamp(ImmutableArray<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
        {
            byte[] bytes = File.Exists(file) ? File.ReadAllBytes(file) : [];
            hash.AppendData(SHA256.HashData(bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class Place
    {
        public Lock Reading { get; } = new();

        public volatile ReadSchema? Newest;
    }
}
