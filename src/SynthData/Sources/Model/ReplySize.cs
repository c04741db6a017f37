using SynthData.Sources.Model.Replies;

namespace SynthData.Sources.Model;

/// <summary>How long the replies of a wave were: what decides how many rows a call of a later wave asks for. Thread-safe.</summary>
internal sealed class ReplySize
{
    private const int CharactersPerToken = 4;

    private readonly Lock gate = new();
    private readonly HashSet<long> seen = [];
    private readonly List<(long Tokens, int Whole)> cuts = [];
    private long tokens;
    private long rows;
    private long longestWhole;

    /// <summary>Whether the token limit ended a reply.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The fewest whole rows of a reply that the token limit ended; one that ended sooner than others went on says nothing of it.</summary>
    public int FewestWhole
    {
        get
        {
            lock (gate)
                return cuts.Where(cut => cut.Tokens >= longestWhole).Select(cut => cut.Whole).DefaultIfEmpty(int.MaxValue).Min();
        }
    }

    /// <summary>Adds rows of a length that is only thought of.</summary>
    public void Add(long length, long count)
    {
        lock (gate)
        {
            tokens += length;
            rows += count;
        }
    }

    public void Add(Reply reply)
    {
        int whole = reply.Rows.Rows.Length;
        lock (gate)
        {
            if (!seen.Add(reply.Number))
                return;
            long length = Math.Max(reply.TokensOut, reply.Text.Length / CharactersPerToken);
            tokens += length;
            rows += whole;
            IsCut |= reply.IsTooLong;
            if (reply.IsTooLong)
                cuts.Add((length, whole));
            else
                longestWhole = Math.Max(longestWhole, length);
        }
    }

    /// <summary>How many rows of the average length so many tokens hold.</summary>
    public int RowsWithin(int limit)
    {
        lock (gate)
            return rows == 0 || tokens == 0 ? 1 : (int)Math.Min(int.MaxValue, limit * rows / tokens);
    }
}
