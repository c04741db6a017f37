namespace SynthData.SimulatedProvider;

/// <summary>One call under way: what came, what goes back, and how fast.</summary>
internal sealed record Exchange(HttpContext Context, RecordedRequest Request, Answer Answer, Usage Usage, Pace Pace)
{
    private const int PieceLength = 37;
    private const int MostPaced = 16;

    /// <summary>The text in the pieces in which it is streamed, each when its tokens are due.</summary>
    public async IAsyncEnumerable<string> PiecesAsync()
    {
        string text = Answer.Text;
        int length = Pace.IsNone ? PieceLength : Math.Max(PieceLength, text.Length / MostPaced);     // each waits for a timer
        for (int start = 0; start < text.Length; start += length)
        {
            int end = Math.Min(text.Length, start + length);
            await Pace.WaitAsync(start == 0 ? 0 : Usage.Out * (end / (double)text.Length), Context.RequestAborted);
            yield return text[start..end];
            if (start == 0)
                await Context.Response.Body.FlushAsync(Context.RequestAborted);
        }
    }

    public async Task WriteAsync(string text) => await Context.Response.WriteAsync(text, Context.RequestAborted);
}
