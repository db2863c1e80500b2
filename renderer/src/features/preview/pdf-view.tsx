import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Button, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { messageOf } from '../../api/errors';
import { openPdf } from './open-pdf';
import './preview.css';

/** Share of the paper's size at 96 dots an inch. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
const FIRST_ZOOM = 0.75;
/** Pixels a point at 100 %. */
const SCREEN_SCALE = 96 / 72;

interface PdfViewProps {
  /** Base64. */
  readonly pdf: string;
  readonly label: string;
  /** What stands before the page's number: the choices of the place. */
  readonly children?: ReactNode;
}

/** The printed file itself, page by page: what is shown is what an export would save. */
export default function PdfView({ pdf, label, children }: PdfViewProps): ReactNode {
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState<number>(FIRST_ZOOM);
  useEffect(() => {
    let gone = false;
    let close: (() => void) | null = null;
    openPdf(pdf).then(
      (opened) => {
        if (gone) {
          opened.close();
          return;
        }
        close = () => opened.close();
        setFault(null);
        setDocument(opened.document);
      },
      (error: unknown) => setFault(messageOf(error)),
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [pdf]);
  const pages = document?.numPages ?? 0;
  const shown = Math.min(number, Math.max(1, pages));
  return (
    <div className="pdf-view">
      <div className="pdf-bar" role="toolbar" aria-label={`Điều khiển ${label}`}>
        {children}
        <span className="grow" />
        <Button aria-label="Trang trước" disabled={shown <= 1} onClick={() => setNumber(shown - 1)}>
          ‹
        </Button>
        <span className="nowrap" aria-live="polite">{`Trang ${shown}/${pages}`}</span>
        <Button aria-label="Trang sau" disabled={shown >= pages} onClick={() => setNumber(shown + 1)}>
          ›
        </Button>
        <Select
          aria-label="Cỡ hiển thị"
          className="pdf-zoom"
          value={zoom}
          options={ZOOMS.map((value) => ({ value, label: `${value * 100}%` }))}
          onChange={setZoom}
        />
      </div>
      {fault === null ? null : <p className="tone-bad">{`Không hiển thị được bản in: ${fault}`}</p>}
      <div className="pdf-paper scroll" role="region" aria-label={label} tabIndex={0}>
        {document ? <PdfPage document={document} number={shown} zoom={zoom} label={label} /> : null}
      </div>
    </div>
  );
}

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly zoom: number;
  readonly label: string;
}

function PdfPage({ document, number, zoom, label }: PdfPageProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    let cancel: (() => void) | null = null;
    let gone = false;
    const wasLeft = () => gone;
    const draw = async () => {
      const page = await document.getPage(number);
      const target = canvas.current;
      if (wasLeft() || !target) return;
      const viewport = page.getViewport({ scale: zoom * SCREEN_SCALE * window.devicePixelRatio });
      // Drawn aside and put on in one go: a page never shows half of itself.
      const aside = window.document.createElement('canvas');
      aside.width = Math.floor(viewport.width);
      aside.height = Math.floor(viewport.height);
      const task = page.render({ canvas: aside, viewport });
      cancel = () => task.cancel();
      await task.promise;
      const content = await page.getTextContent();
      if (wasLeft()) return;
      target.width = aside.width;
      target.height = aside.height;
      target.style.width = `${aside.width / window.devicePixelRatio}px`;
      target.getContext('2d')?.drawImage(aside, 0, 0);
      setWords(content.items.map((item) => ('str' in item ? item.str : '')).join(''));
    };
    // A page that was left while it was drawn is no fault.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      cancel?.();
    };
  }, [document, number, zoom]);
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={`${label}, trang ${number}`} />
      {/* What the picture says, for a screen reader. */}
      <p className="pdf-words">{words}</p>
    </>
  );
}
