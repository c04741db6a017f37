using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SynthData.Knowledge;

namespace SynthData.Compile;

/// <summary>Moves the largest pools of a knowledge file beside it, as compressed text named after its hash.</summary>
/// <param name="folder">The name of the folder.</param>
internal sealed class PoolsBeside(string folder)
{
    private const int NameDigits = 16;

    public ImmutableArray<BesideFile> Files { get; private set; } = [];

    /// <summary>Moves pools until so many bytes are saved, and no more entries are left than a file may have. One that holds anything by hand stays where people read it.</summary>
    public ImmutableArray<WrittenColumn> Move(ImmutableArray<WrittenColumn> columns, long bytes)
    {
        var sizes = columns.SelectMany(column => column.Pools.Where(IsMovable).Select(pool => (Pool: pool, Text: KnowledgeWriter.WriteBeside(column.Names, pool.Entries))))
            .OrderByDescending(one => one.Text.Length).ToArray();
        int entries = columns.Sum(column => column.Pools.Where(pool => pool.File is null).Sum(pool => pool.Entries.Length)) - KnowledgeLimits.MaxEntries;
        var moved = new Dictionary<WrittenPool, PoolFile>(ReferenceEqualityComparer.Instance);
        foreach ((WrittenPool pool, string text) in sizes)
        {
            if (bytes <= 0 && entries <= 0)
                break;
            moved[pool] = Pack(Encoding.UTF8.GetBytes(text));
            bytes -= text.Length;
            entries -= pool.Entries.Length;
        }

        return [.. columns.Select(column => column with { Pools = [.. column.Pools.Select(pool => moved.TryGetValue(pool, out PoolFile? file) ? pool with { File = file } : pool)] })];
    }

    private static bool IsMovable(WrittenPool pool) => pool.Lines.IsEmpty && pool.Draw is null && pool.Entries.All(entry => entry.By == KnowledgeAuthor.Model);

    private PoolFile Pack(byte[] text)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(text));
        var file = new PoolFile($"{folder}/{hash[..NameDigits]}.yaml.gz", hash);
        Files = Files.Add(new BesideFile(file.Path, PoolFile.Pack(text)));
        return file;
    }
}

/// <summary>A file that stands beside a knowledge file.</summary>
internal sealed record BesideFile(string Path, byte[] Bytes);

/// <summary>A knowledge file before it is written.</summary>
internal sealed record KnowledgeDraft(string Text, ImmutableArray<BesideFile> Files);
