FROM python:3.12
RUN pip install transformers
RUN python -c "from transformers import AutoModel; AutoModel.from_pretrained('x')"
COPY app.py /app/
CMD ["python", "/app/app.py"]
